// The bare limits beside the product's figures: an empty answer, and one empty Durable Object call.
import { DurableObject } from 'cloudflare:workers';

export class Bare extends DurableObject {
  hello() {
    return 'hello';
  }
}

export default {
  async fetch(request, env) {
    if (new URL(request.url).pathname === '/object')
      return new Response(await env.BARE.getByName('one').hello());
    return new Response('hello');
  },
};
