import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // While developing, the receiver of `npm start` takes the messages.
  server: { proxy: { '/submissions': 'http://localhost:4173' } },
});
