import { toSimplified } from "../chinese/simplified.ts";
import type { Layout } from "./layout.ts";

/** Set phrases of notices that nobody writes anew; each counts once. */
const PHRASES: readonly RegExp[] = [
	/\bwe (?:and our partners )?use cookies\b/iu,
	/\b(?:accept|reject|allow|manage)(?: all)? (?:cookies|preferences|settings)\b/iu,
	/\b(?:our|the) (?:cookie|privacy) (?:policy|notice|statement)\b/iu,
	/\bby (?:clicking|continuing|using (?:this|our) (?:web)?site)\b/iu,
	/\b(?:you|you agree to) (?:consent|our use of cookies)\b/iu,
	/\b(?:personali[sz]ed ads|similar technologies|store and\/or access|legitimate interest)\b/iu,
	/\b(?:terms of (?:service|use)|terms and conditions)\b/iu,
	/\ball rights reserved\b/iu,
	/(?:\u00a9|\(c\)|copyright) ?(?:\u00a9 ?)?(?:19|20)\d\d/iu,
	/\bpermission is hereby granted\b/iu,
	/\bfree of charge, to any person obtaining\b/iu,
	/\bredistribution and use in source and binary forms\b/iu,
	/\bprovided "?as[ -]is"?/iu,
	/\bwithout warrant(?:y|ies) (?:of any kind|or conditions)\b/iu,
	/\b(?:in no event shall|limitation of liability)\b/iu,
	/\bmerchantability\b|\bfitness for a particular purpose\b/iu,
	/\blicensed under the\b.{0,60}\blicen[cs]e\b/iu,
	/\byou may not use this file except in compliance\b/iu,
	/\bunsubscribe\b/iu,
	/\b(?:sign up for|subscribe to) our (?:\w+ )?newsletter\b/iu,
	/\bthis site is protected by recaptcha\b/iu,
	/\bthe views expressed (?:here|in this|are)\b/iu,
	/\u4f7f\u7528 ?cookie/iu,
	/\u9690\u79c1(?:\u6743)?(?:\u653f\u7b56|\u58f0\u660e|\u6761\u6b3e)/u,
	/(?:\u670d\u52a1|\u4f7f\u7528)\u6761\u6b3e|\u7528\u6237\u534f\u8bae/u,
	/(?:\u4e0d\u5f97|\u7981\u6b62)\u8f6c\u8f7d/u,
	/\u7248\u6743\u6240\u6709/u,
	/\u514d\u8d23\u58f0\u660e/u,
	/\u672a\u7ecf(?:\u4e66\u9762)?(?:\u8bb8\u53ef|\u6388\u6743|\u5141\u8bb8)/u,
];

const LEAST_PHRASES = 3;
/** An article about licences or cookies quotes one of them now and then; a notice is made of them. */
const WORDS_A_PHRASE = 40;

/** Cookie notices, licences, terms and newsletter footers. */
export function isBoilerplate({ text, words }: Layout): boolean {
	const flat = toSimplified(text.replace(/\s+/gu, " "));
	const hits = PHRASES.filter((phrase) => phrase.test(flat)).length;
	return hits >= LEAST_PHRASES && words / hits <= WORDS_A_PHRASE;
}
