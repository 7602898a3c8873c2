const SIDE = 96;
const BYTES_MAX = 32 * 1024;

/**
 * A small picture of an image, made here: the browser has the decoder that the server would need a megabyte of WebAssembly
 * for, and a broken image harms nobody but its sender. Null: it is none.
 */
export async function thumbnailOf(file: File): Promise<Blob | null> {
  if (!/\.(png|jpe?g)$/i.test(file.name) && !file.type.startsWith('image/')) return null;
  const image = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.min(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(320, Math.max(1, Math.round(image.width * scale)));
  canvas.height = Math.min(320, Math.max(1, Math.round(image.height * scale)));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, image.width * scale, image.height * scale);
  image.close();
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.7));
  return made && made.size <= BYTES_MAX ? made : null;
}
