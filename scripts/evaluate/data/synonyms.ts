/** Pairs that may stand for each other in most sentences: both ways. */
const PAIRS =
	"big large,begin start,often frequently,help assist,show reveal,important significant,many numerous," +
	"quick fast,also additionally,use employ,but yet,however nevertheless,hard difficult,smart clever," +
	"need require,buy purchase,ask inquire,end finish,find discover,get obtain,give provide,whole entire," +
	"keep retain,make create,might may,main primary,near close,nearly almost,rich wealthy,right correct," +
	"wrong mistaken,small little,speak talk,strange odd,seem appear,true genuine,try attempt,think believe," +
	"happy glad,sad unhappy,angry furious,beautiful lovely,old aged,new novel,calm quiet,change alter," +
	"choose select,happen occur,improve enhance,lack absence,place location,reason cause,result outcome," +
	"road street,sure certain,said stated,house home,child kid,people folks,man fellow,work labor,job task," +
	"large sizable,idea notion,problem issue,answer reply,story tale,journey trip,kind sort,part portion," +
	"deep profound,clear evident,simple plain,usual common,various diverse,crucial vital,common widespread," +
	"complex intricate,support back,shape form,study research,suggest propose,allow permit,ensure guarantee," +
	"while whereas,because since,through via,about regarding,whether if,perhaps maybe,rather instead," +
	"everyone everybody,someone somebody,several some,during throughout,around approximately,enough sufficient";

/** A word to its synonym, in small letters. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map(
	PAIRS.split(",").flatMap((pair): [string, string][] => {
		const [one = "", other = ""] = pair.split(" ");
		return [
			[other, one],
			[one, other],
		];
	}),
);
