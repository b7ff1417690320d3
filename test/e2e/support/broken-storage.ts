/** Ways in which a browser's storage fails, as init scripts: each runs in the page before anything else. */
export const brokenStorage: Readonly<Record<string, () => void>> = {
  'is refused': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  },
  'is not there': () => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  },
  'answers with an error': () => {
    const { open } = IDBFactory.prototype;
    // A version below the one that is there is an error for every name.
    IDBFactory.prototype.open = function (name) {
      const request = open.call(this, name, 9);
      request.onupgradeneeded = () => request.transaction!.abort();
      Object.defineProperty(request, 'onupgradeneeded', { value: null });
      return request;
    };
  },
  'never opens': () => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name) {
      const request = open.call(this, `${name}-unheard`);
      for (const on of ['onsuccess', 'onerror', 'onupgradeneeded'])
        Object.defineProperty(request, on, { value: null });
      return request;
    };
  },
  'never commits': () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value) {
      const request = put.call(this, value);
      const spin = (): void => {
        this.count().onsuccess = spin;
      };
      spin();
      return request;
    };
  },
  'is full when written to': () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Not enough room.', 'QuotaExceededError');
    };
  },
  'is full when it comes to committing': () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value) {
      const request = put.call(this, value);
      request.onsuccess = () => this.transaction.abort();
      return request;
    };
  },
  'refuses localStorage, too': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  },
};
