import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
	lexicalFeaturesZh,
	lexicalTextZh,
} from "../../src/scoring/chinese/lexical-features.ts";
import { toSimplified } from "../../src/scoring/chinese/simplified.ts";
import { createDetector } from "../../src/scoring/detector.ts";
import { headsFor } from "../../src/scoring/heads/types.ts";
import {
	HeadsError,
	parseHeads,
	weightFiles,
} from "../../src/scoring/heads.ts";
import { characterBucket } from "../../src/scoring/lexical-features.ts";
import { createFakeModel } from "../fake-model.ts";
import {
	CHINESE_BUCKETS,
	headsDescription,
	lexicalWeights,
	withChinese,
} from "./heads-sample.ts";
import { hostileText, hostileTexts, randomFrom } from "./random.ts";

interface Case {
	readonly text: string;
	readonly buckets: number;
	readonly indices: readonly number[];
}

const cases: readonly Case[] = JSON.parse(
	readFileSync("tests/reference/lexical-cases-zh.json", "utf8"),
);

describe("Chinese n-grams", () => {
	it.each(cases)("are Python's: $text", ({ text, buckets, indices }) => {
		const found = lexicalFeaturesZh(text, buckets);
		expect([...found.indices]).toEqual(indices);
		expect([...found.tf]).toEqual(indices.map(() => 1));
	});

	it.each([
		["這裡說的後來，為們鐵馬", "这里说的后来，为们铁马"],
		["臺灣的電腦與網路發展", "台湾的电脑与网路发展"],
		["already English", "already English"],
		["", ""],
	])("fold traditional characters: %s", (traditional, simplified) => {
		expect(toSimplified(traditional)).toBe(simplified);
		expect(toSimplified(simplified)).toBe(simplified);
	});

	it.each([
		["「好」——『對』～", "好对"],
		["用 Python 3.11 写", "用0写"],
		["第一段\n\n第二段", "第一段第二段"],
	])("count %j as %j", (text, counted) => {
		expect(lexicalTextZh(text)).toBe(counted);
	});

	it("take any text", () => {
		const random = randomFrom(8);
		for (let round = 0; round < 300; round++) {
			lexicalFeaturesZh(hostileText(random, 40), 64);
		}
		for (const text of hostileTexts(100_000)) lexicalFeaturesZh(text, 64);
	});
});

const SIMPLE =
	"那座旧桥已经关闭了一年，镇政府终于决定修理它，村里的大多数人早就不再问起这件事了。后来有人说，钱其实早就到位了，只是没有人愿意先动手。".repeat(
		12,
	);
const TRADITIONAL =
	"那座舊橋已經關閉了一年，鎮政府終於決定修理它，村裡的大多數人早就不再問起這件事了。後來有人說，錢其實早就到位了，只是沒有人願意先動手。".repeat(
		12,
	);
const ENGLISH =
	"The old bridge had been closed for a year when the council finally said that it would be repaired, and most people in the village had stopped asking about it. ".repeat(
		3,
	);

function chineseHeads(weightOfBridge: number) {
	const weights = new Int8Array(CHINESE_BUCKETS);
	weights[characterBucket("旧桥", CHINESE_BUCKETS)] = weightOfBridge;
	const files = new Map([["lexical-zh.bin", new Uint8Array(weights.buffer)]]);
	return parseHeads(withChinese(), lexicalWeights(), files);
}

async function judged(text: string, weightOfBridge: number) {
	const detector = createDetector(
		createFakeModel(),
		chineseHeads(weightOfBridge),
	);
	const [verdict] = await detector.judge([text], new AbortController().signal);
	if (verdict?.kind !== "scored") throw new Error(verdict?.kind);
	return verdict;
}

describe("heads of a second language", () => {
	it("are read beside the first, which stays as it is", () => {
		const heads = chineseHeads(1);
		expect(weightFiles(withChinese())).toEqual(["lexical-zh.bin"]);
		expect(weightFiles(headsDescription())).toEqual([]);
		expect(headsFor("zh", heads).minTokens).toBe(50);
		expect(headsFor("zh", heads).lexical.grams).toBe("chinese");
		expect(headsFor("zh", heads).spans).toBeUndefined();
		expect(headsFor("en", heads).lexical.grams).toBe("spaced");
		const alone = parseHeads(headsDescription(), lexicalWeights());
		expect(headsFor("en", heads)).toEqual(headsFor("en", alone));
	});

	it("need their file", () => {
		const parse = () => parseHeads(withChinese(), lexicalWeights());
		expect(parse).toThrow(HeadsError);
		expect(parse).toThrow(/byLanguage.zh lacks lexical-zh.bin/);
	});

	it("judge their language alone", async () => {
		const [human, machine] = [
			await judged(SIMPLE, -127),
			await judged(SIMPLE, 127),
		];
		expect(machine.probability).toBeGreaterThan(human.probability);
		expect(machine.pValue).toBeLessThan(human.pValue);
		expect(machine.reasons.map(({ part }) => part)).not.toContain("evidence");
		expect(machine.reasons[0]?.examples).toContain("旧桥");
		expect((await judged(ENGLISH, 127)).probability).toBe(
			(await judged(ENGLISH, -127)).probability,
		);
	});

	it("judge both scripts alike, with examples as the page spells them", async () => {
		const [simplified, traditional] = [
			await judged(SIMPLE, 127),
			await judged(TRADITIONAL, 127),
		];
		expect(traditional.probability).toBe(simplified.probability);
		expect(traditional.reasons[0]?.examples).toContain("舊橋");
	});
});
