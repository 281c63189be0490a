using System.Collections.Frozen;

namespace MemOS.Reading.Rules.English;

/// <summary>
/// Given names that are seldom anything else, for words whose capital letter says nothing because they open a sentence: "Leo has a
/// dentist appointment. He's five." Names that are words, places or products too ("Grace", "Chelsea", "Ruby") are left out.
/// </summary>
internal static class GivenNames
{
    private static readonly FrozenSet<string> Female = WordLists.Of(
        "abigail ada adele adriana agata agnes agnieszka aisha aisling alexandra alice alicia alina alison amanda amelia amelie amina amira amy ana anastasia andrea angela anita anja anke anna annabel anne annette annie annika antonia anya aoife astrid audrey ava ayesha " +
        "barbara beata beatrice beatriz becca becky bella bernadette beth bethany betty birgit bridget brigitte camila camilla camille carla carmen carol carolina caroline catalina caterina catherine catriona cecilia celine charlotte chiara chloe christina christine ciara clara clare claudia colette connie corinna cynthia " +
        "daniela danielle daphne deborah deirdre delia denise diana diane dominika donna dora doris dorothy edith eileen elaine eleanor elena eleni elif elisa elise eliza elizabeth ella ellen ellie eloise elsa elsie emilia emily emma erica erin esther eva evelyn evie fatima fatma fiona francesca frida frieda gabriela gabrielle gemma genevieve giada gina giulia gloria greta gudrun gwen " +
        "hana hanna hannah harriet heather heidi helen helena helga henrietta hilary hilda hilde ilse imogen ines ingrid irena irene irina iris isabel isabella isla ivana jana jane janet janice jasmin jeanette jenna jennifer jenny jessica jill joan joana joanna johanna josephine joyce judith julie juliet julieta karen karin karla karolina kasia katarina kate katharina katherine kathleen kathryn katie katja katya katrin kayla keiko kirsten kristin kristina " +
        "larissa laura leah leila lena leonie leticia lidia lieke lily lina linda lisa liv lotte louisa louise lucia lucie lucy ludmila luisa lydia magda magdalena maja malgorzata mandy manon margaret margarita margot maria mariam mariana marie marina marisa marlene marta martha martina mary maryam matilda maureen megan melanie melissa mia michaela michelle mila milena miriam moira molly monica monika muriel nadia nadine naomi natalia natalie natasha nia nicole nina noemi nora noriko odette olga olivia orla patricia paula pauline penelope petra philippa phoebe pippa priya " +
        "rachel rania rebecca regina renata rhiannon rosa rosalind rosemary rosie rowena roxanne sabine sabrina sakura sally samantha samira sandra sara sarah selma serena shannon sharon sheila shirley silvia simone sinead siobhan sofia sofie sonia sonja sophia sophie stefanie stella stephanie sue susan susanna susanne suzanne sylvia tamara tanja tanya tara tatiana tereza teresa tessa thea theresa tilly tina tracy ulrike ursula valentina valeria vanessa vera verena veronica veronika wanda wendy xenia yara yasmin yolanda yuki yvonne zainab zara zoe zofia zuzana");

    private static readonly FrozenSet<string> Male = WordLists.Of(
        "aaron adam adrian ahmed alan albert alberto alejandro aleksander alessandro alexander alfie alfred ali alistair amir anders andreas andrei andrew andrzej angus anthony antoine anton antonio archie arjun arthur arun axel bartosz bastian ben benedikt benjamin bernard bernd bilal bjorn boris brendan brian bruno callum carl carlo carlos cedric charlie chris christian christoph christopher ciaran claude clemens colin connor cormac craig cyril damian daniel darren dave david declan deepak dennis derek desmond diego dieter dimitri dimitris dirk dmitri dominic dominik douglas duncan dylan " +
        "edgar eduardo edward edwin elias elliot emil emilio emmanuel enrico enzo eric erik ernst ethan eugene evan fabian fabio federico felipe felix ferdinand fernando filip finn florian francesco francisco franz fred frederick frederik friedrich gabriel gareth gary gavin geoff geoffrey george gerald gerard gerhard giacomo gianni gilles giorgio giovanni giuseppe gordon graham greg gregor gregory guido guillaume gunther gustav " +
        "hamza hans harald harry hassan hector heiko heinrich helmut hendrik henrik henry herbert hiroshi horst hugo hussein ian ibrahim ignacio igor isaac ivan jacek jacob jake jakob jakub jamal james jamie jan jaroslav jason javier jeff jeffrey jens jeremy jerome jerry jesper jim jimmy joachim joao joaquin jochen joe joel johan johannes john johnny jonas jonathan jorge jose josef joseph josh joshua juan julian julien julio jurgen justin kai kamal karim karl kasper keith kenji kenneth kevin khaled klaus konrad krzysztof kumar kurt kyle " +
        "lars laurent leo leon leonardo leonid lewis liam linus lorenzo louis luca lucas ludwig luigi luis luka lukas luke maciej magnus malcolm manfred manuel marcel marcin marco marcos marcus marek mario marius martin mateo mateusz mathias mathieu matteo matthew matthias maurice mauro maximilian michael michal miguel mihai mikael mike mikhail milan milos mohamed mohammed moritz mustafa nathan neil niall nicholas nick nicolas nigel nikhil nikolai nikos nils noah norbert norman olaf oleg oliver omar oscar osman oskar otto owen pablo paddy paolo pascal patrick patrik paul pavel pawel pedro peter petr philip philipp philippe pierre pieter pietro piotr rafael rafal raj rajesh ralf ralph ramon raphael rashid raul raymond reinhard reza ricardo richard rishi roberto rodrigo roger roland rolf roman ronald rory ross rudolf rupert ryan " +
        "salvatore samir samuel sanjay santiago sascha sean sebastian serge sergei sergio seth shane shaun simon soren stanislav stefan stefano stephan stephen steven stewart stuart sunil sven takeshi tariq ted terence theo theodore thibault thierry thomas tim timo timothy tobias tobi todd tom tomas tomasz tommy tony torsten trevor tristan udo ulrich umberto uwe vadim valentin vikram viktor vincent vincenzo vladimir volker walter werner wilhelm wojciech wolfgang xavier yann yusuf zach zbigniew zoltan");

    private static readonly FrozenSet<string> Either = WordLists.Of("alex ariel ashley billie casey danny devon frankie jess jo jody kerry kim kit lee leslie morgan nicky noor pat quinn robin ronnie sacha sam sandy sasha shay steph taylor terry toni tracey yoshi");

    /// <summary>The grammatical gender that goes with a name: 'm', 'f', '?' where it may be either; <see langword="null"/> where the word is no name that is known.</summary>
    /// <param name="lower">The word in lower case, without a possessive ending.</param>
    public static char? GenderOf(string lower) => Female.Contains(lower) ? 'f' : Male.Contains(lower) ? 'm' : Either.Contains(lower) ? '?' : null;

    /// <summary>Whether a word is a given name that is known.</summary>
    /// <param name="token">The word.</param>
    public static bool IsOne(Token token) => token.IsCapitalised && GenderOf(token.Lower) is not null;
}
