/** Style of the progress note, in its closed shadow tree. It lets clicks through and moves nothing. */
export const PROGRESS_CSS = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: auto 12px 12px auto !important;
  z-index: 2147483646 !important;
  pointer-events: none !important;
  color-scheme: light dark !important;
}
.note {
  display: grid;
  grid-template-columns: auto auto;
  align-items: center;
  gap: 4px 10px;
  box-sizing: border-box;
  max-width: min(20rem, calc(100vw - 24px));
  padding: 8px 8px 8px 12px;
  border: 1px solid light-dark(#c9c4dc, #57506e);
  border-radius: 8px;
  background: light-dark(#fff, #25222e);
  color: light-dark(#1e1a2b, #efecf7);
  box-shadow: 0 2px 8px rgb(0 0 0 / 18%);
  font: 13px/1.4 system-ui, sans-serif;
  text-align: start;
  animation: appear 200ms ease-out;
}
p { margin: 0; }
span { font-size: 12px; font-variant-numeric: tabular-nums; text-align: end; }
progress {
  inline-size: 100%;
  block-size: 4px;
  accent-color: light-dark(#5a3fc0, #b9a8ff);
}
[hidden] { display: none; }
button {
  min-inline-size: 24px;
  min-block-size: 24px;
  border: 0;
  border-radius: 4px;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
  pointer-events: auto;
}
button:focus-visible { outline: 2px solid light-dark(#5a3fc0, #b9a8ff); outline-offset: 1px; }
@keyframes appear { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .note { animation: none; } }
@media (forced-colors: active) { .note { border-color: CanvasText; } }
@media print { :host { display: none !important; } }
`;
