/**
 * Page structures after the test pages of Mozilla's Readability (news, encyclopedia, publishing platforms,
 * weblog software, tables, bare divs), written anew. `{body}` stands for the main text; all else is boilerplate.
 */
export interface Layout {
	readonly name: string;
	/** How one paragraph of the main text is written. */
	readonly paragraph: (text: string) => string;
	readonly page: (body: string, noise: Noise) => string;
}

/** Prose around the main text, each piece long enough to be taken for it. */
export interface Noise {
	readonly consent: string;
	readonly newsletter: string;
	readonly about: string;
	readonly related: string;
	readonly legal: string;
	readonly teaser: string;
}

const p = (text: string): string => `<p>${text}</p>`;
const links = (text: string): string =>
	Array.from(
		{ length: 4 },
		(_, index) => `<li><a href="/story/${index}">${text}</a></li>`,
	).join("");

export const LAYOUTS: readonly Layout[] = [
	{
		name: "newspaper: sections, share tools, related stories between paragraphs",
		paragraph: (text) => `<p class="story-body-text story-content">${text}</p>`,
		page: (body, it) =>
			`<header role="banner"><nav><a href="/">Home</a></nav></header><main><article id="story"><header><h1>Title</h1><p class="byline">By <span class="byline-author">Ana Sorg</span></p></header><div class="story-body">${body}</div><div class="story-meta" role="toolbar">${p(it.newsletter)}</div></article></main><section class="related-stories"><h2>Related</h2>${p(it.teaser)}<ul>${links(it.related)}</ul></section><div class="footer">${p(it.legal)}</div>`,
	},
	{
		name: "encyclopedia: side box, contents, references, footer",
		paragraph: (text) => `${p(text)}<h2>Part</h2>`,
		page: (body, it) =>
			`<div id="content"><div id="siteNotice" role="dialog" class="cookie-notice">${it.consent}</div><div class="mw-parser-output"><table class="infobox"><tr><th>Area</th><td>12</td></tr></table>${body}<ol class="references"><li><cite>A. Writer, Book</cite></li></ol></div></div><div id="mw-navigation" role="navigation">${it.related}</div><div id="footer">${p(it.legal)}</div>`,
	},
	{
		name: "publishing platform: nested sections, hashed classes",
		paragraph: (text) => `<p class="graf graf--p ir jm b" id="f1">${text}</p>`,
		page: (body, it) =>
			`<div id="root"><div class="a b c"><nav>${it.related}</nav><article><div class="l"><section class="cw cx"><div class="n p"><div class="ab ac">${body}</div></div></section></div></article><div role="dialog" class="consent" aria-label="Cookie consent">${p(it.consent)}</div><footer>${p(it.about)}</footer></div></div>`,
	},
	{
		name: "weblog software: side bar of widgets, post navigation",
		paragraph: p,
		page: (body, it) =>
			`<div id="page"><nav id="site-navigation">${it.related}</nav><main id="main"><article class="post hentry"><h1 class="entry-title">Title</h1><div class="entry-content">${body}</div><footer class="entry-footer">${it.about}</footer></article></main><div class="author-bio">${p(it.about)}</div></div><div id="secondary" class="widget-area"><div class="widget">${p(it.newsletter)}</div></div><div id="colophon" class="site-footer">${p(it.legal)}</div>`,
	},
	{
		name: "old table layout: navigation cell and text cell, br between paragraphs",
		paragraph: (text) => `${text}<br><br>`,
		page: (body, it) =>
			`<table width="100%"><tr><td width="140" valign="top"><ul>${links("Archive")}</ul></td><td><font size="2">${body}</font></td></tr></table><center><font size="1">${it.legal}</font></center>`,
	},
	{
		name: "bare divs",
		paragraph: (text) => `<div>${text}</div>`,
		page: (body, it) =>
			`<div class="top"><div role="navigation">${it.related}</div></div><div class="wrap"><div class="inner">${body}</div></div><div class="bottom"><div class="copyright">${it.legal}</div></div>`,
	},
	{
		name: "magazine: lead, pull quote, figure, newsletter form",
		paragraph: p,
		page: (body, it) =>
			`<main><article><h1>Title</h1>${body}<figure><img alt="" src="data:,"><figcaption>A boat at the quay.</figcaption></figure><blockquote class="pullquote">${it.teaser}</blockquote><form><label>${it.newsletter}</label><input type="email"><button>Sign up</button></form></article></main><footer>${p(it.legal)}</footer>`,
	},
	{
		name: "question page: votes, code, list of related questions",
		paragraph: (text) => `${p(text)}<pre><code>let x = 1;</code></pre>`,
		page: (body, it) =>
			`<div id="question" class="question"><div class="js-vote-count">4</div><div class="s-prose">${body}</div><div class="user-details"><a href="/users/3/gil">Gil</a></div></div><div id="sidebar">${p(it.about)}<ul>${links("How do I turn this round?")}</ul></div><div class="js-consent-banner" role="alertdialog">${p(it.consent)}</div>`,
	},
	{
		name: "wire service: paragraphs in single-paragraph blocks between hidden and pinned parts",
		paragraph: (text) =>
			`<div class="paywall-paragraph"><p data-testid="p">${text}</p></div>`,
		page: (body, it) =>
			`<div style="display:none">${p(it.newsletter)}</div><div class="gdpr-bar" style="position:fixed">${p(it.consent)}</div><article>${body}</article><div class="newsletter-signup">${p(it.newsletter)}</div><div class="site-footer">${p(it.about)}${p(it.legal)}</div>`,
	},
	{
		name: "manual: side bar, admonition, pager",
		paragraph: (text) => `<section><h3>Step</h3>${p(text)}</section>`,
		page: (body, it) =>
			`<div role="navigation" class="sphinxsidebar">${it.related}</div><div class="document"><div class="body" role="main"><h1>Title</h1>${body}</div></div><div class="related" role="navigation"><a href="#">${it.teaser}</a></div><div class="footer" role="contentinfo">${it.legal}</div>`,
	},
];
