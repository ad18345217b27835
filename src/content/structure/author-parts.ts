/** What names an author, the surest first. Each list is one selector. */
export const AUTHOR_PARTS: readonly string[] = [
	'[itemprop~="author"], [itemprop~="creator"]',
	'[rel~="author"], .p-author, [slot="author"], [data-author], [author]',
	'[class*="author" i], [class*="username" i], [class*="user-name" i], [class*="byline" i], [class*="nickname" i], ' +
		'[class*="profile-name" i], [class*="screen-name" i], [class*="display-name" i], [class*="displayname" i], [class*="sender" i], ' +
		'[class~="user" i], [class~="nick" i], [class~="fullname" i], [class~="hnuser" i], [data-testid*="user-name" i], [email]',
	'a[href*="/user"], a[href*="/u/"], a[href*="/profile"], a[href*="/member"], a[href*="/people/"], ' +
		'a[href*="/author"], a[href^="/@"], a[href*="://"][href*="/@"], a[href*="profile.php"], a[href*="user?id="], a[href^="mailto:"]',
];

/** The same as one selector: what a post carries and a mere paragraph does not. */
export const ANY_AUTHOR_PART = AUTHOR_PARTS.join(", ");

/** Longer than any name that people sign with; a sentence is no name. */
const NAME_CHARACTERS = 60;
const NAME_WORDS = 6;
/** An author's box may also hold badges and dates; nothing longer is read. */
const READ_CHARACTERS = 400;

const LEAD =
	/^(?:(?:posted|written|reviewed|answered|asked|reported|submitted|edited)\s+)?by:?\s+|^(?:from|author|de|von|par)\s*[:：]\s*|^(?:作者|来自|发布者|文)\s*[:：/／|]\s*/iu;
/** What follows a name in a byline: a separator, an address, a date, "wrote". */
const TAIL = /\s*(?:[·•|,，(（<\n]|\s[-–—]\s|\s(?:wrote|says|said):?$).*$/su;
/** Words of buttons and counts, which classes also call "user" or "author". */
const NO_NAME =
	/^(?:\d[\d\s.,]*|reply|follow|profile|log ?in|sign ?in|share|edit|more|author|posts?|view (?:all|profile)|admin|moderator|回复|关注|登录|作者)$/i;

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The name inside raw text such as "By Ana Sorg · 3 May"; undefined where there is none. */
export function nameIn(raw: string): string | undefined {
	const name = squeezed(
		squeezed(raw.slice(0, READ_CHARACTERS)).replace(LEAD, "").replace(TAIL, ""),
	);
	const fits =
		name.length <= NAME_CHARACTERS &&
		name.split(" ").length <= NAME_WORDS &&
		/[\p{L}\p{N}]/u.test(name) &&
		!NO_NAME.test(name);
	return fits ? name : undefined;
}

/** The name that an author part gives: a declared name, its text, or its picture's. */
export function nameOfPart(part: Element): string | undefined {
	const inner =
		part.querySelector('[itemprop~="name"], .p-name') ??
		part.querySelector('[rel~="author"], a[href]');
	const declared =
		part.getAttribute("data-author") ??
		part.getAttribute("author") ??
		part.getAttribute("content");
	for (const raw of [
		declared,
		inner?.getAttribute("content"),
		inner?.textContent,
		part.textContent,
		part.querySelector("img[alt]")?.getAttribute("alt"),
	]) {
		const name = raw ? nameIn(raw) : undefined;
		if (name !== undefined) return name;
	}
	return undefined;
}
