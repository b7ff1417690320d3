import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    rolldownOptions: {
      input: 'client.js',
      output: { entryFileNames: 'assets/client.js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
});
