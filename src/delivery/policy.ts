/** Tells whether the page's Content-Security-Policy stopped a request. */
export interface PolicyWatch {
  /** To be asked after the request failed. Waits, since browsers report some milliseconds after they reject. */
  hasBlocked(): Promise<boolean>;
  stop(): void;
}

/** Milliseconds. Firefox ESR 153 took up to 5, on an idle machine. */
const REPORT_DELAY = 100;

/** Watches for `connect-src` violations (CSP 3 §5) by requests to this address. Report-only policies don't count. */
export function watchPolicy(url: URL): PolicyWatch {
  let blocked = false;
  const note = (event: SecurityPolicyViolationEvent) => {
    // The address reported may lack its query, and be the origin alone.
    if (event.disposition === 'enforce' && event.effectiveDirective === 'connect-src') {
      blocked ||= event.blockedURI.startsWith(url.origin);
    }
  };
  const page = globalThis.document as Document | undefined;
  page?.addEventListener('securitypolicyviolation', note);
  return {
    hasBlocked: () => new Promise((resolve) => setTimeout(() => resolve(blocked), REPORT_DELAY)),
    stop: () => page?.removeEventListener('securitypolicyviolation', note),
  };
}
