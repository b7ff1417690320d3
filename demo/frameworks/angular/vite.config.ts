import { defineConfig } from 'vite';

// With the Angular CLI, `src/` is all you need: this is the smallest build that does without it.
// While developing, the receiver of `npm start` takes the messages.
export default defineConfig({
  server: { proxy: { '/submissions': 'http://localhost:4173' } },
});
