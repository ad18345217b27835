/**
 * Style of the card, for a constructed sheet: it lives in a closed shadow tree, so nothing of it reaches the page,
 * and a strict content security policy of the page does not reach it. `!important` on the host wins over the page.
 */
export const CARD_CSS = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  overflow: visible !important;
  z-index: 2147483647 !important;
  color-scheme: light dark !important;
}
.card {
  position: fixed;
  box-sizing: border-box;
  width: max-content;
  max-width: min(22rem, calc(100vw - 16px));
  max-height: calc(100vh - 16px);
  overflow: auto;
  padding: 12px 14px;
  border: 1px solid light-dark(#c9c4dc, #57506e);
  border-radius: 8px;
  background: light-dark(#fff, #25222e);
  color: light-dark(#1e1a2b, #efecf7);
  box-shadow: 0 4px 18px rgb(0 0 0 / 25%);
  font: 14px/1.45 system-ui, sans-serif;
  text-align: start;
  animation: appear 120ms ease-out;
}
.card:focus-visible, button:focus-visible { outline: 2px solid light-dark(#5a3fc0, #b9a8ff); outline-offset: 1px; }
header { display: flex; gap: 8px; align-items: start; justify-content: space-between; }
p, dl, ul { margin: 0 0 8px; padding: 0; }
.verdict { font-weight: 600; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; }
dt { color: light-dark(#5b5570, #b3adc6); }
dd { margin: 0; }
ul { padding-inline-start: 18px; }
.hint { margin: 0; font-size: 12px; color: light-dark(#5b5570, #b3adc6); }
button {
  flex: none;
  min-width: 24px;
  min-height: 24px;
  margin: -4px -6px 0 0;
  border: 0;
  border-radius: 4px;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
@keyframes appear { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .card { animation: none; } }
@media (forced-colors: active) { .card { border-color: CanvasText; } }
@media print { :host { display: none !important; } }
`;
