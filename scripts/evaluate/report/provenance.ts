import { execFileSync } from "node:child_process";
import { inRoot } from "../../lib/root.ts";

function git(...args: readonly string[]): string {
	try {
		return execFileSync("git", args, {
			cwd: inRoot(),
			encoding: "utf8",
			stdio: ["ignore", "pipe", "ignore"],
		}).trim();
	} catch {
		return "unknown";
	}
}

/** The commit that the working tree stands on, and whether files that decide a score differ from it. */
export const commitState = (): { commit: string; altered: boolean } => ({
	commit: git("rev-parse", "--short=12", "HEAD"),
	altered: git("status", "--porcelain", "--", "src", "model", "scripts") !== "",
});
