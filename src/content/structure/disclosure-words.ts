/** Writers by name, and in general. */
const TOOL =
	"(?:A\\.?I\\.?|artificial intelligence|generative AI|ChatGPT|GPT(?:-?\\d[\\w.]*)?|Claude|Gemini|Copilot|Llama|DeepSeek|(?:a |an )?(?:large )?language models?|LLMs?|a machine|automated (?:software|system|technology)|a bot|algorithms?)";
const MADE =
	"(?:written|generated|created|produced|composed|drafted|authored|summari[sz]ed|translated|compiled)";
const HOW =
	"(?:(?:partly|partially|fully|entirely|automatically|mostly|largely|initially) )?";
const SUBJECT =
	"(?:this|these|the|some|parts? of|portions? of|all) (?:[\\w-]+ ){0,5}?";

/** "This article was written with the help of AI." */
const SENTENCE = new RegExp(
	`\\b${SUBJECT}(?:was|were|is|are|has been|have been|may be) ${HOW}${MADE} (?:[\\w-]+ ){0,3}?(?:by|with|using|through|from) (?:the (?:help|aid|assistance|use) of )?(?:an? |our )?${TOOL}(?![\\w-])`,
	"i",
);
const AI_MADE_SENTENCE =
	/\b(?:this|these|the|all|some) (?:[\w-]+ ){1,4}?(?:is|are|was|were|contains?|includes?) (?:an? )?(?:AI|machine)[- ](?:generated|assisted|written|created|translated)\b/i;
/** A badge: these words and little else. */
const BADGE = new RegExp(
	`^\\W*(?:(?:AI|machine)[- ](?:generated|assisted|written|created)(?: (?:content|text|summary|article|post|answer|response|review|overview|translation))?|(?:auto-?)?(?:generated|written|created|made|summari[sz]ed) (?:by|with|using) ${TOOL}|AI (?:summary|overview|answer|response))\\W*$`,
	"i",
);
const NEGATED =
	/\b(?:not|never|no|without|isn['’]t|wasn['’]t|weren['’]t|aren['’]t|nor|if|unless|whether)\b/i;

const CHINESE_TOOL =
	"(?:AI|AIGC|人工智能|大(?:语言)?模型|机器(?:人)?|ChatGPT|GPT|DeepSeek|文心一言|通义千问|豆包|Kimi)";
const CHINESE_MADE = "(?:生成|创作|撰写|写作|编写|合成|写成|制作|翻译|总结)";
const CHINESE_SENTENCE = new RegExp(
	`(?:本|此|该|以上|以下|上述|部分|文章|内容|回答|摘要|作者声明|作品|疑似).{0,12}?(?:由|为|用|借助|通过|含|包含|使用|采用|是)?.{0,4}?${CHINESE_TOOL}.{0,6}?${CHINESE_MADE}`,
	"i",
);
const CHINESE_BADGE = new RegExp(
	`^\\W*(?:由|内容由)?\\s*${CHINESE_TOOL}\\s*(?:自动|辅助|智能)?${CHINESE_MADE}(?:内容|摘要|文章|回答|合成)?[^\\p{L}]*$`,
	"iu",
);
const CHINESE_NEGATED =
	/不是|并非|非\s*(?:AI|人工)|未(?:经|使用|用)|没有|禁止|不得|请勿|严禁|是否|如果|如何/;

/** A label is short; a text that speaks of such labels is longer. */
const LABEL_CHARACTERS = 240;

/** True for a line in which a page says of its own text that a machine wrote it or helped. */
export function saysMachineMade(text: string): boolean {
	const line = text.trim();
	if (line.length > LABEL_CHARACTERS || /[?？]$/.test(line)) return false;
	const english =
		(SENTENCE.test(line) || AI_MADE_SENTENCE.test(line) || BADGE.test(line)) &&
		!NEGATED.test(line);
	const chinese =
		(CHINESE_SENTENCE.test(line) || CHINESE_BADGE.test(line)) &&
		!CHINESE_NEGATED.test(line);
	return english || chinese;
}

/** Programs named in `<meta name="generator">` that write text, not only markup. */
export function isWritingProgram(generator: string): boolean {
	return /\b(?:ChatGPT|GPT-?\d|OpenAI|Claude|Gemini|Copilot|DeepSeek|Jasper|Copy\.ai|Writesonic|AI[- ]?(?:writer|generated|content|article)\w*)\b/i.test(
		generator,
	);
}

/** IPTC and schema.org terms for content that a trained model or another program made, wholly or in part. */
const SOURCE_TYPE =
	/^(?:trainedAlgorithmicMedia|compositeWithTrainedAlgorithmicMedia|algorithmicMedia|compositeSynthetic|algorithmicallyEnhanced)(?:DigitalSource)?$/i;

/** The term, when it says that a program made the content; addresses and prefixes may stand before it. */
export function machineSourceType(value: string): string | undefined {
	const term = value.trim().split(/[/#:]/).at(-1) ?? "";
	return SOURCE_TYPE.test(term) ? term : undefined;
}
