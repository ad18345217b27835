import { resolve } from "node:path";

/** A path as the user typed it, absolute: npm changes the directory but says where it was called. */
export const userPath = (path: string): string =>
	resolve(process.env.INIT_CWD ?? process.cwd(), path);
