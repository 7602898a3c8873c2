/**
 * The behaviour of the Workers runtime that Vetra is written for, as a date: one for tests, one machine and the edge
 * (`wrangler.toml` repeats it). Node's own modules are available by default from 2026-08-04 on.
 */
export const compatibilityDate = '2026-11-01';

/**
 * Sockets are not compressed: a frame is under 400 bytes as it is, and packing each for each of five hundred sockets cost more
 * of the actor's one thread than deciding the claim.
 */
export const compatibilityFlags = ['no_web_socket_compression'];
