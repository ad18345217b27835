/** Session storage key under which the background leaves a selected text for the popup page that it opens. */
export const POPUP_TEXT_KEY = "popupText";
