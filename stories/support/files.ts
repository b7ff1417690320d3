/** A file that a visitor has at hand. */
export const file = (name: string, type: string, kilobytes: number): File =>
  new File([new Uint8Array(kilobytes * 1024)], name, { type });

export const photo = file('broken-shutter.jpg', 'image/jpeg', 1840);
export const invoice = file('invoice-2026-118.pdf', 'application/pdf', 212);
export const film = file('the-whole-house.mp4', 'video/mp4', 6200);
