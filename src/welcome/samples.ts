/** A passage to try. English in every language of the interface, since that is what is judged. */
export interface Sample {
	readonly id: "machine" | "human";
	readonly text: string;
}

export const SAMPLES: readonly Sample[] = [
	{
		// Written by a large language model for this page (CC0 1.0).
		id: "machine",
		text: "Working from home has fundamentally changed the way many people think about productivity. Without the structure of a traditional office, it can be challenging to maintain a clear boundary between professional responsibilities and personal life. One of the most effective strategies is to establish a consistent routine that signals the beginning and end of each workday. Creating a dedicated workspace, even a small one, can also help to minimize distractions and improve focus. Ultimately, success in a remote environment depends not only on discipline but also on self-compassion. By recognizing that every day will look a little different, individuals can build sustainable habits that support both their well-being and their long-term goals.",
	},
	{
		// tacofancy contributors, 2017, in the public domain (Unlicense).
		id: "human",
		text: "Warm your package of tortillas in the microwave for 45 seconds or so, so they're pliable. To construct the taquitos, add 2-3 tablespoons of filling onto a tortilla, fold the tortilla over top, then use your fingers to pull the filling back toward you underneath the top half of the tortilla. You should end up with a nice, tight \"tube\" of filling at about the 1/3 point of the tortilla, so roll forward as tightly as you can to create the taquito cylinder. Place each taquito, seam-side down, onto your baking sheet. They shouldn't touch each other. Once they're all in place, hit the tops with a bit of cooking spray (I use the butter-flavored stuff, but you could also just lightly mop with a paper towel and some oil).",
	},
];
