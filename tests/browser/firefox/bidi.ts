import { WebSocket } from "undici";

/** A browser that still starts, on a busy machine. */
const CONNECT_MS = 30_000;

type Params = Readonly<Record<string, unknown>>;

/** A connection over which Firefox is driven (WebDriver BiDi). */
export interface Bidi {
	/** @throws Error with the browser's own words when it refuses. */
	readonly send: (method: string, params?: Params) => Promise<unknown>;
	readonly close: () => void;
}

interface Answer {
	readonly id?: number;
	readonly type: string;
	readonly result?: unknown;
	readonly message?: string;
}

/** Opens the connection and a session on it. */
export async function connectBidi(address: string): Promise<Bidi> {
	const socket = new WebSocket(`${address}/session`);
	const waiting = new Map<number, (answer: Answer) => void>();
	let count = 0;
	socket.addEventListener("message", ({ data }) => {
		const answer: Answer = JSON.parse(String(data));
		if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
	});
	const send: Bidi["send"] = (method, params = {}) =>
		new Promise((resolve, reject) => {
			count += 1;
			const id = count;
			waiting.set(id, ({ type, result, message }) => {
				waiting.delete(id);
				if (type === "success") resolve(result);
				else reject(new Error(`${method}: ${message ?? type}`));
			});
			socket.send(JSON.stringify({ id, method, params }));
		});
	await new Promise<void>((resolve, reject) => {
		const late = setTimeout(
			() => reject(new Error("Firefox does not answer.")),
			CONNECT_MS,
		);
		socket.addEventListener("open", () => {
			clearTimeout(late);
			resolve();
		});
		socket.addEventListener("error", () => reject(new Error(address)));
	});
	await send("session.new", { capabilities: {} });
	return { send, close: () => socket.close() };
}
