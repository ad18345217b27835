import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/root.ts";
import { demoTexts } from "./demo-texts.ts";
import { plain } from "./harness.ts";

let folder = "";

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "telltale-command-"));
});

afterAll(() => rm(folder, { recursive: true }));

interface Result {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

function run(script: string, args: string[], input = ""): Promise<Result> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [
			inRoot("scripts/bootstrap.mjs"),
			script,
			...args,
		]);
		let out = "";
		let err = "";
		child.stdout.on("data", (part: Buffer) => {
			out += part.toString();
		});
		child.stderr.on("data", (part: Buffer) => {
			err += part.toString();
		});
		child.once("error", reject);
		child.once("close", (code) => resolve({ code, out, err }));
		child.stdin.end(input);
	});
}

const paragraph = (text: string) =>
	`<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;

describe("npm start", () => {
	test("judges a page that is not part of the repository", async () => {
		const [human = ""] = await demoTexts("human");
		const machine = await demoTexts("machine");
		const page = join(folder, "a page.html");
		const json = join(folder, "out.json");
		const picture = join(folder, "out.png");
		await writeFile(
			page,
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>${[human, ...machine].map((text) => `<article>${paragraph(text)}</article>`).join("\n")}</html>`,
		);
		const args = ["--headless", "--page", page, "--json", json];
		const { code, out } = await run("scripts/start.ts", [
			...args,
			"--screenshot",
			picture,
		]);
		expect(code).toBe(0);
		expect(out).toMatch(/Time to first mark: .*s after navigation/);
		const report = JSON.parse(await readFile(json, "utf8"));
		expect(report.passages.length).toBe(1 + machine.length);
		expect(report.timings.tokensPerSecond).toBeGreaterThan(0);
		const marks = report.passages.map((passage: { marked: boolean }) =>
			Number(passage.marked),
		);
		expect(marks[0]).toBe(0);
		expect(
			marks.reduce((sum: number, mark: number) => sum + mark, 0),
		).toBeGreaterThanOrEqual(6);
		expect(plain(report.passages[0].text)).toBe(human);
		expect((await stat(picture)).size).toBeGreaterThan(10_000);
	});

	test.each([
		[["--page", "/nowhere/page.html"], "There is no file"],
		[["--pages", "x"], "Usage: npm start"],
	])("%j ends with a sentence", async (args, sentence) => {
		const { code, err } = await run("scripts/start.ts", args);
		expect(code).toBe(1);
		expect(err).toContain(sentence);
	});
});

describe("npm run score", () => {
	test("answers every line in order, malformed ones too", async () => {
		const [human = ""] = await demoTexts("human");
		const machine = await demoTexts("machine");
		const lines = [
			JSON.stringify({ id: "h", text: human }),
			"{broken",
			...machine.map((text) => JSON.stringify({ text })),
			JSON.stringify({ id: 9, text: "Too short." }),
		];
		const { code, out } = await run(
			"scripts/score.ts",
			["-"],
			lines.join("\n"),
		);
		expect(code).toBe(0);
		const answers = out
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(answers.length).toBe(lines.length);
		expect(answers[0]).toMatchObject({ id: "h", kind: "scored" });
		expect(answers[0].band).not.toBe("machine-like");
		expect(answers[1]).toMatchObject({ id: null, kind: "error" });
		const marked = answers.filter(({ band }) => band === "machine-like");
		expect(marked.length).toBeGreaterThanOrEqual(6);
		expect(answers.at(-1)).toMatchObject({ id: 9, kind: "too-short" });
	});

	test("a missing file ends with a sentence", async () => {
		const { code, err } = await run("scripts/score.ts", ["/nowhere.jsonl"]);
		expect(code).toBe(1);
		expect(err).toContain("There is no file");
	});
});
