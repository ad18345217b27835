import type { Engine } from "../shared/engine-host/engine.ts";

/** A third of the 30 idle seconds after which Firefox ends a background page, whatever it still has to answer. */
export const TOUCH_MS = 10_000;

/** Calls `touch`, any interface of the browser, again and again while the engine is asked something. */
export function stayAwake(engine: Engine, touch: () => unknown): Engine {
	let asks = 0;
	let timer: ReturnType<typeof setInterval> | undefined;

	const awake = async <T>(ask: () => Promise<T>): Promise<T> => {
		asks += 1;
		timer ??= setInterval(touch, TOUCH_MS);
		try {
			return await ask();
		} finally {
			asks -= 1;
			if (asks === 0) {
				clearInterval(timer);
				timer = undefined;
			}
		}
	};
	return {
		judge: (texts) => awake(() => engine.judge(texts)),
		status: engine.status,
		warmUp: () => awake(engine.warmUp),
	};
}
