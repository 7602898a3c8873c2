import decodeQR from 'qr/decode.js';

/** What a picture's code says; null: there is none that can be read. */
export type Reader = (video: HTMLVideoElement) => Promise<string | null>;

/** Larger pictures are read no better, only slower. */
const side_max = 800;

function drawn(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(1, side_max / Math.max(videoWidth, videoHeight, 1));
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width === 0) return null;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Reads with the script's own decoder: the same on every browser. */
export async function readerOf(): Promise<Reader> {
  const canvas = document.createElement('canvas');
  return async (video) => {
    const image = drawn(video, canvas);
    try {
      return image && decodeQR(image, { timeLimit: 60 });
    } catch {
      // No code in this picture: the next one may have it.
      return null;
    }
  };
}
