import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/scoring/normalise.ts";
import { WELL_KNOWN_TEXTS } from "../../src/scoring/well-known/texts.ts";
import { isWellKnown } from "../../src/scoring/well-known.ts";
import { countWords } from "../../src/scoring/words.ts";

const ANTHOLOGY = readFileSync(
	"training/well-known/poems-and-anthems.txt",
	"utf8",
)
	.split("\n\n")
	.filter((piece) => countWords(piece) >= 40);

describe("isWellKnown", () => {
	it.each(ANTHOLOGY.map((piece) => [piece.slice(0, 24), piece]))(
		"knows %j by its filter",
		(_, piece) => {
			expect(isWellKnown(normalise(piece).text)).toBe(true);
			expect(isWellKnown(normalise(`Here it is. ${piece}`).text)).toBe(true);
		},
	);

	it.each([
		"He has refused his Assent to Laws, the most wholesome and necessary for the public good. He has forbidden his Governors to pass Laws of immediate and pressing importance, unless suspended in their operation till his Assent should be obtained; and when so suspended, he has utterly neglected to attend to them.",
		"And the LORD God formed man of the dust of the ground, and breathed into his nostrils the breath of life; and man became a living soul. And the LORD God planted a garden eastward in Eden; and there he put the man whom he had formed.",
		"Blessed are the poor in spirit: for theirs is the kingdom of heaven. Blessed are they that mourn: for they shall be comforted. Blessed are the meek: for they shall inherit the earth. Blessed are they which do hunger and thirst after righteousness: for they shall be filled.",
		"No Person shall be a Senator who shall not have attained to the Age of thirty Years, and been nine Years a Citizen of the United States, and who shall not, when elected, be an Inhabitant of that State for which he shall be chosen.",
		"The licenses for most software and other practical works are designed to take away your freedom to share and change the works. By contrast, the GNU General Public License is intended to guarantee your freedom to share and change all versions of a program.",
		"先帝创业未半而中道崩殂，今天下三分，益州疲弊，此诚危急存亡之秋也。然侍卫之臣不懈于内，忠志之士忘身于外者，盖追先帝之殊遇，欲报之于陛下也。",
		"慶曆四年春，滕子京謫守巴陵郡。越明年，政通人和，百廢具興。乃重修岳陽樓，增其舊制，刻唐賢今人詩賦於其上。屬予作文以記之。",
		"人之初，性本善。性相近，习相远。苟不教，性乃迁。教之道，贵以专。昔孟母，择邻处。子不学，断机杼。窦燕山，有义方。教五子，名俱扬。",
	])("knows %j", (text) => {
		expect(isWellKnown(normalise(text).text)).toBe(true);
	});

	it.each(WELL_KNOWN_TEXTS.map((text) => [text.slice(0, 24), text]))(
		"knows %j, however it is typed",
		(_, text) => {
			expect(isWellKnown(normalise(text).text)).toBe(true);
			const typed = text.toUpperCase().replaceAll(", ", " \u2014 ");
			expect(isWellKnown(normalise(typed).text)).toBe(true);
			expect(isWellKnown(normalise(`He began: ${text}`).text)).toBe(true);
		},
	);

	it.each([
		"",
		"Too short.",
		'The speech opens with "Four score and seven years ago our fathers brought forth on this continent a new nation", which sends the listener back to 1776 and not to the Constitution, a choice that historians have argued about ever since.',
		"The preacher took his text from Matthew, and read it twice: the poor in spirit, the meek, those that mourn. Then he shut the book and talked for an hour about the price of wheat, and nobody who heard him thought that he had left the subject.",
		"The licence is short, and I have read it more often than most novels. It says that you may do what you like with the program as long as you pass the notice on, and that if it breaks you may keep both halves.",
		"岳阳楼在湖南岳阳，我去的那天下着小雨，游人不多。导游背了几句范仲淹的文章，大家跟着念，念到后来都笑了，因为谁也没有记全。",
		"The old bridge had been closed for a year when the council finally said that it would be repaired, and most people in the village had stopped asking about it.",
	])("leaves %j alone", (text) => {
		expect(isWellKnown(normalise(text).text)).toBe(false);
	});
});
