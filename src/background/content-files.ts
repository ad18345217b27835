/** The content script and its style sheet, as paths in the extension. */
export const CONTENT_SCRIPT = "content/index.js";
export const CONTENT_STYLE = "content/highlights.css";
