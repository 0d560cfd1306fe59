// The page on which the hidden frame of a silent sign-in ends: hands its address to the page that holds the frame, in
// the words of oidc-client-ts, without loading that library a second time.
window.parent.postMessage(
  { source: 'oidc-client', url: window.location.href, keepOpen: false },
  window.location.origin,
);

export {};
