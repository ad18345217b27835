/**
 * The commonest function words of languages written in Latin letters, by BCP 47 tag, small
 * letters, accents as written. Short lists are enough: half of running text is function words.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
	en: "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no if my what so out up said about them some could into than then its our me only do these your more how can just like i it's don't i'm because after where while over other any also did very much most even before should",
	de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir ihr wenn kann mich mir doch schon hatte keine",
	fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son aux d'un cette d'une ont ses mais comme on tout nous sa été fait être aussi leur bien peut ces y deux elle ou je vous c'est n'est qu'il était même si j'ai très où",
	es: "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy hasta desde está mi porque qué sólo han yo hay nos ni ese eso él",
	it: "di e il la che in a per un è una sono con non del si da le i come dei nel alla più anche al delle ha della lo gli ma se su questo dal era o essere suo nella stato ci hanno loro mi questa sua perché quando molto dopo cui tutti ho così c'è fatto",
	pt: "de a que o e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você essa foi ser está são tem era há",
	nl: "de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog uit door over ze hij was worden heeft naar wordt tot je ik hebben deze we kan meer geen al dit zou wel zich had werd mijn wat moet hun",
	sv: "och i att det som en på är av för med den till inte har om ett de var men jag så sig vi från han kan nu när ska eller där efter vid hade skulle här då man alla också än bara mycket hon blir mot under detta mig dem sin sina",
	da: "og i at det er en til på som af for med den de ikke der et har han var men jeg om vi fra så kan hun sig man efter ved eller når vil nu skal ud blev også hvor bliver mig over havde dem deres kun mere hvad siger været noget",
	no: "og i det er på til som en av for at med han den de har ikke var et om jeg men seg så fra vi kan hun ved eller når etter skal også blir ble ut nå hadde hva bare noe meg være mot over enn dem sier mer hvor",
	fi: "ja on ei se että oli hän en mutta ovat mitä kun niin kuin joka myös tai ole sen jos ne olen nyt vain jo sitä olisi hänen minä ollut sekä ovat siitä mukaan jälkeen kanssa vielä tämä tämän voi mukana siis sitten mutta nämä heidän",
	pl: "i w na z się nie do to że jest o jak a po od za przez co są dla ale tym tego ten czy może tak było który które jego jej już tylko być jako także również oraz jeszcze przed nad pod był była bo mnie kiedy gdy będzie która",
	cs: "a v se na je že s z do o to i ve k pro za by ale si po jako jsem tak byl jeho které který podle jsou od už jen když co nebo však bylo jak až však má není byla která také být více mi při tím kde kdy",
	ro: "și de în a la cu nu o că pe din un care este mai pentru se să sunt ce au fost prin dar sau am lui ale acest ca dintre după însă fi dacă fiind cel către când îi iar ei această era avea doar fără până foarte",
	tr: "bir ve bu da için de çok ile ne o gibi daha olarak kadar ama var sonra olan ki en değil her mi ben şey ya diye oldu bunu iki kendi olduğu göre ise veya yok nasıl bana onu hiç ancak zaman büyük ise",
	hu: "a az és hogy nem is egy meg ez de csak volt már ha el mint még azt ki van lehet kell ezt vagy fel minden az után mert nagy ő majd olyan ami vannak sem akkor itt mi aki volna lett amely",
	id: "yang dan di dengan untuk dari dalam itu ini pada tidak adalah ke akan oleh juga bisa ada saya karena mereka lebih telah sudah kata dia atau anda kami seperti sebagai tersebut dapat hanya menjadi bahwa orang kita tahun",
	vi: "và của là có không được cho các một người trong đã với những này để khi đến tôi về cũng như từ ra đó anh nhưng sẽ ở vào phải nhiều năm lại hơn làm rất nếu còn vì đang theo",
};
