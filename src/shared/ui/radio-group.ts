import { make } from "./dom.ts";

export interface RadioChoice<V extends string> {
	readonly value: V;
	readonly label: string;
	readonly note: string;
}

export interface RadioGroupParts<V extends string> {
	/** Also the prefix of the ids. */
	readonly name: string;
	readonly legend: string;
	readonly choices: readonly RadioChoice<V>[];
	readonly onChoose: (value: V) => void;
	readonly signal: AbortSignal;
}

/** Adds a set of radio buttons, each with a line of explanation; the answer selects one. */
export function addRadioGroup<V extends string>(
	into: HTMLElement,
	{ name, legend, choices, onChoose, signal }: RadioGroupParts<V>,
): (value: V) => void {
	const radios = new Map<V, HTMLInputElement>();
	const group = make("fieldset", { class: "choices" });
	group.append(make("legend", { class: "spoken" }, legend));
	for (const { value, label, note } of choices) {
		const id = `${name}-${value}`;
		const radio = make("input", {
			type: "radio",
			id,
			name,
			value,
			"aria-describedby": `${id}-note`,
		});
		radio.addEventListener("change", () => onChoose(value), { signal });
		radios.set(value, radio);
		group.append(
			make(
				"div",
				{ class: "choice" },
				radio,
				make("label", { for: id }, label),
				make("p", { class: "note", id: `${id}-note` }, note),
			),
		);
	}
	into.append(group);
	return (value) => {
		for (const [own, radio] of radios) radio.checked = own === value;
	};
}
