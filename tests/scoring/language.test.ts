import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/scoring/language.ts";
import { hostileText, hostileTexts, randomFrom } from "./random.ts";

describe("languageOf", () => {
	it.each([
		[
			"en",
			"The old bridge had been closed for a year when the council finally said that it would be repaired, and most people in the village had stopped asking about it.",
		],
		[
			"en",
			"Honestly I can't believe how long it took me to try this recipe. My kids loved it, and there were no leftovers, so I'll be making it again next week.",
		],
		[
			"en",
			"Transformer encoders process subword tokens in parallel; attention weights are computed from query and key projections and normalised with a softmax before values are mixed.",
		],
		[
			"de",
			"Die alte Brücke war ein Jahr lang gesperrt, bis der Gemeinderat endlich beschloss, dass sie repariert werden soll, und die meisten Leute im Dorf hatten schon nicht mehr danach gefragt.",
		],
		[
			"fr",
			"Le vieux pont était fermé depuis un an quand le conseil a enfin décidé qu'il serait réparé, et la plupart des gens du village ne posaient plus la question depuis longtemps.",
		],
		[
			"es",
			"El viejo puente llevaba un año cerrado cuando el ayuntamiento decidió por fin que se iba a reparar, y la mayoría de la gente del pueblo ya no preguntaba por él.",
		],
		[
			"it",
			"Il vecchio ponte era chiuso da un anno quando il consiglio ha finalmente deciso che sarebbe stato riparato, e la maggior parte della gente del paese non lo chiedeva più.",
		],
		[
			"pt",
			"A ponte velha estava fechada há um ano quando a câmara decidiu finalmente que seria reparada, e a maioria das pessoas da aldeia já não perguntava por ela.",
		],
		[
			"und",
			"The old bridge had been closed for a year when the council decided to repair it, and most people had stopped asking. 这座旧桥已经关闭了一年，议会终于决定要修理它，而村里的大多数人早就不再过问这件事了。",
		],
		[
			"zh",
			"这个项目使用 TypeScript 和 ONNX Runtime，在浏览器里运行语言模型，不需要把网页上传到服务器，因此隐私得到了很好的保护，速度也令人满意。",
		],
		[
			"en",
			"She ordered 麻婆豆腐 and 红烧肉 at the small place by the station, and told us that it was the best meal she had eaten since she left home for the city.",
		],
		[
			"nl",
			"De oude brug was al een jaar gesloten toen de gemeente eindelijk besloot dat hij gerepareerd zou worden, en de meeste mensen in het dorp vroegen er niet meer naar.",
		],
		[
			"sv",
			"Den gamla bron hade varit stängd i ett år när kommunen till slut bestämde att den skulle repareras, och de flesta i byn hade slutat fråga om det.",
		],
		[
			"da",
			"Den gamle bro havde været lukket i et år, da kommunen endelig besluttede, at den skulle repareres, og de fleste i landsbyen var holdt op med at spørge om noget.",
		],
		[
			"fi",
			"Vanha silta oli ollut suljettuna vuoden, kun kunta lopulta päätti että se korjataan, ja useimmat kylän ihmiset eivät enää kysyneet siitä mitään, mutta minä olen vielä täällä.",
		],
		[
			"pl",
			"Stary most był zamknięty od roku, kiedy rada w końcu zdecydowała, że zostanie naprawiony, a większość ludzi we wsi już o to nie pytała, bo nie było po co.",
		],
		[
			"cs",
			"Starý most byl už rok uzavřený, když obec konečně rozhodla, že bude opraven, a většina lidí ve vesnici se na něj už neptala, protože to nemělo smysl.",
		],
		[
			"ro",
			"Podul vechi era închis de un an când consiliul a hotărât în sfârșit că va fi reparat, iar cei mai mulți oameni din sat nu mai întrebau de el și nici nu se mirau.",
		],
		[
			"tr",
			"Eski köprü bir yıldır kapalıydı ve belediye sonunda onarılmasına karar verdi, ama köydeki insanların çoğu artık bunu sormuyordu, çünkü çok zaman geçmişti.",
		],
		[
			"hu",
			"A régi híd már egy éve le volt zárva, amikor a tanács végre úgy döntött, hogy megjavítják, és a faluban a legtöbb ember már nem is kérdezett rá.",
		],
		[
			"id",
			"Jembatan tua itu sudah ditutup selama satu tahun ketika dewan akhirnya memutuskan bahwa jembatan itu akan diperbaiki, dan orang di desa tidak lagi bertanya tentang hal itu.",
		],
		[
			"vi",
			"Cây cầu cũ đã bị đóng một năm khi hội đồng cuối cùng quyết định sẽ sửa lại, và những người trong làng không còn hỏi về nó nữa vì đã quá lâu rồi.",
		],
		[
			"ru",
			"Старый мост был закрыт уже год, когда совет наконец решил, что его отремонтируют, и большинство людей в деревне уже не спрашивали о нём, хотя мы ждали.",
		],
		[
			"uk",
			"Старий міст був закритий уже рік, коли рада нарешті вирішила, що його відремонтують, і більшість людей у селі вже не питали про нього.",
		],
		[
			"el",
			"Η παλιά γέφυρα ήταν κλειστή εδώ και έναν χρόνο όταν το συμβούλιο αποφάσισε επιτέλους να την επισκευάσει και οι περισσότεροι δεν ρωτούσαν πια.",
		],
		[
			"ar",
			"كان الجسر القديم مغلقا منذ عام عندما قرر المجلس أخيرا إصلاحه، ولم يعد معظم الناس في القرية يسألون عنه.",
		],
		[
			"he",
			"הגשר הישן היה סגור כבר שנה כשהמועצה החליטה סוף סוף לתקן אותו, ורוב האנשים בכפר הפסיקו לשאול.",
		],
		[
			"hi",
			"पुराना पुल एक साल से बंद था जब परिषद ने आखिरकार फैसला किया कि उसकी मरम्मत होगी और गाँव के लोग पूछना छोड़ चुके थे।",
		],
		[
			"ja",
			"古い橋は一年前から閉鎖されていたが、町はようやく修理することを決めた。村の人々はもう誰も尋ねなくなっていた。",
		],
		[
			"ko",
			"오래된 다리는 일 년 동안 닫혀 있었고 의회는 마침내 수리하기로 결정했지만 마을 사람들은 더 이상 묻지 않았다.",
		],
		[
			"th",
			"สะพานเก่าปิดมาหนึ่งปีแล้วเมื่อสภาตัดสินใจซ่อมแซม และคนส่วนใหญ่ในหมู่บ้านก็เลิกถามถึงมันแล้ว",
		],
		[
			"zh",
			"那座旧桥已经关闭了一年，镇政府终于决定修理它，村里的大多数人早就不再问起这件事了。",
		],
		[
			"zh",
			"我们用Python写了一个小工具，部署在Kubernetes上，效果不错，大家都觉得比原来的GitHub Actions方便多了。",
		],
		[
			"en",
			'The character 道 (dao) means "way" and appears in the title 道德经, which is why so many translators begin with it and then give up on the rest.',
		],
		[
			"en",
			"We had dinner at La Maison de la Mer, where the plat du jour was a bouillabaisse, and then we walked back to the hotel along the Rue de la République.",
		],
		[
			"und",
			"Smith Jones Brown Taylor Wilson Evans Thomas Roberts Johnson Walker Wright Thompson",
		],
		["und", ""],
		["und", "1234 5678 $%&/ 90"],
		[
			"zh",
			"那座舊橋已經關閉了一年，鎮政府終於決定修理它，村裡的大多數人早就不再問起這件事了。",
		],
		[
			"zh",
			"這款手機的CPU比上一代快了20%，GPU也升級了，但是battery life沒有明顯改善，跑分在Geekbench上大概多了五百分。",
		],
		[
			"zh",
			"昨天看了「となりのトトロ」，小时候没看懂的地方现在都看懂了，散场的时候大家都没有马上站起来。",
		],
		[
			"ja",
			"昨日映画館で古い日本映画を見たが、子供の頃には分からなかった場面が今ではよく分かるようになっていた。",
		],
		[
			"fa",
			"پل قدیمی یک سال بسته بود تا اینکه شورا سرانجام تصمیم گرفت آن را تعمیر کند و بیشتر مردم روستا دیگر چیزی نمی\u200cپرسیدند.",
		],
	])("%s: %s", (tag, text) => {
		expect(languageOf(text)).toBe(tag);
	});

	it("answers for any text", () => {
		const random = randomFrom(3);
		for (let round = 0; round < 500; round++) {
			expect(languageOf(hostileText(random, 40))).toMatch(/^[a-z]{2,3}$/);
		}
		for (const text of hostileTexts(1_000_000)) languageOf(text);
	});
});
