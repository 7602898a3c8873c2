/** The camera cannot be used; the message says what to do instead. */
export class Denied extends Error {}

const words = (name: string): string =>
  name === 'NotAllowedError'
    ? 'This browser may not use the camera. Allow it in the address bar, or type the member id.'
    : 'There is no camera that can be used here. Type the member id instead.';

/** Shows the camera that looks away from the person in a video, until it is stopped. */
export async function camera(video: HTMLVideoElement): Promise<{ stop: () => void }> {
  const wanted = { video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false };
  const stream = await navigator.mediaDevices.getUserMedia(wanted).catch((fault: unknown) => {
    throw new Denied(words(fault instanceof DOMException ? fault.name : ''));
  });
  video.srcObject = stream;
  await video.play();
  return {
    stop: () => {
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
