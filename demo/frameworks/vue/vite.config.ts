import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    // Vue has to know which tags are none of its components.
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('harreman-') } } }),
  ],
  // While developing, the receiver of `npm start` takes the messages.
  server: { proxy: { '/submissions': 'http://localhost:4173' } },
});
