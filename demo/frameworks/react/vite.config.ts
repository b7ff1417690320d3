import { defineConfig } from 'vite';

// While developing, the receiver of `npm start` takes the messages. Vite compiles JSX by itself.
export default defineConfig({
  server: { proxy: { '/submissions': 'http://localhost:4173' } },
});
