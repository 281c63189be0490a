using System.Collections.Frozen;

namespace MemOS.Reading.Rules.English;

/// <summary>Word classes that patterns name with an at sign.</summary>
internal static class WordClasses
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = new Dictionary<string, FrozenSet<string>>
    {
        ["@diet"] = WordLists.Of("vegetarian vegan pescatarian pescetarian flexitarian keto paleo kosher halal carnivore gluten-free dairy-free lactose-intolerant celiac coeliac omnivore plant-based teetotal teetotaler fruitarian"),
        ["@stage"] = WordLists.Of("kindergarten preschool nursery daycare first second third fourth fifth sixth seventh eighth ninth tenth primary elementary middle secondary high college university school"),
        ["@relation"] = WordLists.Of("single married engaged divorced widowed separated unmarried"),
        ["@language"] = WordLists.Of("c# csharp java javascript typescript python rust go golang ruby php kotlin swift scala f# fsharp c++ cpp c elixir erlang haskell clojure perl dart zig julia r lua vb.net cobol fortran ocaml"),
        ["@framework"] = WordLists.Of("react vue angular svelte blazor next.js nextjs nuxt django flask fastapi rails laravel spring express asp.net maui xamarin flutter ember solid htmx jquery phoenix symfony quarkus micronaut actix remix gatsby meteor tornado bottle sinatra gin fiber nestjs nest.js sveltekit streamlit"),
        ["@database"] = WordLists.Of("postgres postgresql mysql mariadb sqlite mongodb mongo redis cassandra dynamodb oracle cosmosdb firestore sqlserver duckdb couchdb neo4j tidb cockroachdb"),
        ["@editor"] = WordLists.Of("vim neovim emacs vscode rider intellij pycharm sublime notepad++ xcode eclipse zed cursor helix nano"),
        ["@system"] = WordLists.Of("linux windows macos ubuntu debian fedora arch mac android ios"),
        ["@browser"] = WordLists.Of("chrome firefox safari edge brave vivaldi opera chromium"),
        ["@notes"] = WordLists.Of("notion obsidian evernote onenote logseq roam"),
        ["@messenger"] = WordLists.Of("slack teams discord mattermost whatsapp signal telegram zulip"),
        ["@tracker"] = WordLists.Of("jira trello asana linear clickup basecamp redmine youtrack"),
        ["@ci"] = WordLists.Of("jenkins gitlab circleci travis teamcity buildkite"),
        ["@testing"] = WordLists.Of("jest vitest pytest mocha junit nunit xunit cypress playwright selenium"),
        ["@bundler"] = WordLists.Of("webpack vite rollup esbuild parcel turbopack"),
        ["@packaging"] = WordLists.Of("npm yarn pnpm bun pip poetry conda uv"),
        ["@music"] = WordLists.Of("spotify tidal deezer pandora"),
        ["@design"] = WordLists.Of("figma sketch canva photoshop"),
        ["@queue"] = WordLists.Of("kafka rabbitmq nats pulsar sqs"),
        ["@learning"] = WordLists.Of("pytorch tensorflow jax keras"),
        ["@css"] = WordLists.Of("tailwind bootstrap bulma sass"),
        ["@cloud"] = WordLists.Of("aws azure gcp heroku digitalocean hetzner cloudflare vercel netlify kubernetes"),
        ["@phone"] = WordLists.Of("iphone android pixel galaxy fairphone oneplus nokia blackberry samsung xiaomi huawei"),
        ["@handset"] = WordLists.Of("iphone pixel galaxy fairphone oneplus redmi xperia nokia blackberry"),
        ["@make"] = WordLists.Of("skoda škoda volvo volkswagen vw toyota honda bmw audi mercedes peugeot renault citroen citroën fiat seat opel vauxhall nissan mazda subaru hyundai kia tesla dacia suzuki mitsubishi lexus porsche saab chevrolet chevy jeep polestar corolla civic fabia octavia prius yaris passat fiesta micra zoe twingo clio berlingo punto"),
        ["@kin"] = WordLists.Kin,
        ["@pet"] = WordLists.Pets,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Jobs = WordLists.Of(
        "nurse doctor surgeon physician dentist vet veterinarian teacher professor lecturer student engineer developer programmer architect designer lawyer attorney paralegal judge accountant cpa auditor banker broker analyst manager director ceo cto cfo founder entrepreneur " +
        "chef cook baker barista waiter waitress bartender farmer gardener florist pilot driver mechanic electrician plumber carpenter welder painter artist musician singer composer actor actress writer author journalist editor poet photographer filmmaker " +
        "librarian archivist curator historian scientist researcher biologist chemist physicist mathematician statistician economist psychologist therapist counselor counsellor psychiatrist pharmacist paramedic firefighter policeman policewoman officer soldier marine sailor veteran " +
        "translator interpreter consultant recruiter salesman saleswoman salesperson realtor secretary receptionist assistant clerk cashier tailor hairdresser barber beautician coach trainer athlete dancer yoga instructor tutor principal intern apprentice freelancer contractor " +
        "retiree homemaker housewife stay-at-home postdoc phd geologist astronomer astronaut zoologist botanist technician operator supervisor administrator admin sysadmin devops sre tester marketer copywriter animator illustrator sculptor potter jeweler jeweller butcher fisherman baker midwife caregiver carer nanny babysitter priest pastor imam rabbi monk nun diplomat politician " +
        "guard warden porter cleaner janitor docker welder driver conductor steward stewardess roofer plasterer bricklayer mason tiler glazier joiner upholsterer weaver seamstress dressmaker cobbler optician optometrist physiotherapist radiographer orthodontist hygienist dietitian nutritionist caretaker ranger forester logger miner driller foreman surveyor buyer grocer greengrocer fishmonger trucker courier postman postwoman dispatcher controller inspector adviser advisor agent underwriter actuary bookkeeper notary bailiff magistrate usher solicitor barrister detective constable sergeant lieutenant lifeguard referee umpire jockey groom farrier luthier organist pianist violinist cellist drummer guitarist choreographer stagehand proofreader bookbinder headteacher headmaster headmistress dean registrar governess minder doula chaplain deacon vicar undertaker brewer distiller winemaker vintner sommelier shepherd rancher farmhand picker packer warehouseman machinist fitter rigger scaffolder skipper deckhand purser planner stenographer typist programmer statistician meteorologist seismologist optician phlebotomist orderly matron sonographer anaesthetist oncologist paediatrician pediatrician cardiologist stockbroker trader teller fundraiser lobbyist campaigner organiser organizer conservator gallerist auctioneer valuer glassblower embroiderer ceramicist stonemason shipwright boatbuilder lexicographer linguist subtitler stuntman stuntwoman puppeteer magician clown busker");

    // Endings of trades, and words with such an ending that are none.
    private static readonly string[] TradeEndings = ["ologist", "ographer", "eer", "ician", "keeper", "maker", "smith"];
    private static readonly FrozenSet<string> NotTrades = WordLists.Of("beer deer peer career pioneer volunteer cheer steer veneer");

    public static bool Contains(string name, Token token) => name == "@job" ? IsJob(token.Lower) : name == "@name" ? IsName(token) : Classes.TryGetValue(name, out var words) && words.Contains(token.Lower);

    public static bool IsJob(string lower) => Jobs.Contains(lower) || (!NotTrades.Contains(lower) && lower.Length > 6 && TradeEndings.Any(ending => lower.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>The class of a technology, such as "language"; <see langword="null"/> for other words.</summary>
    public static string? Technology(string lower)
    {
        foreach (var name in TechnologyClasses)
        {
            if (Classes[name].Contains(lower))
            {
                return name[1..];
            }
        }

        return null;
    }

    private static readonly string[] TechnologyClasses = ["@language", "@framework", "@database", "@editor", "@system", "@cloud", "@browser", "@notes", "@messenger", "@tracker", "@ci", "@testing", "@bundler", "@packaging", "@music", "@design", "@queue", "@learning", "@css"];

    /// <summary>Whether a slot names a class of technologies.</summary>
    public static bool IsTechnology(string slot) => TechnologyClasses.Any(name => name.AsSpan(1).SequenceEqual(slot));

    private static bool IsName(Token token) => token.IsCapitalised && token.Text.Length > 1;
}
