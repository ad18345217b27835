/** What pages load with themselves where they are checked without a click: it asks for the script when they are idle. */
export const CONTENT_STARTER = "content/starter.js";
/** The content script and its style sheet, as paths in the extension. */
export const CONTENT_SCRIPT = "content/index.js";
export const CONTENT_STYLE = "content/highlights.css";
