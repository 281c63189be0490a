using System.Collections.Frozen;

namespace MemOS.Reading.Rules;

/// <summary>
/// The measures of a life and of work that hold one value at a time, by the words they are told with: rent is told as "rent", by
/// "the landlord", or not at all. Which words stand around them does not matter: a word of the facet and a value of its sort make
/// the statement fill the slot.
/// </summary>
internal static class FacetVocabulary
{
    // slot; sort of the value; words and phrases.
    private const string Table = """
        rent; Money; rent, landlord, landlady
        salary; Money; salary, wage, wages, paycheck, payslip, take home, take-home, earn, earning, earns, day rate, hourly rate
        budget; Money; budget, budgeted, spending limit
        loan; Money; loan, student loan, debt, overdraft
        mortgage; Money; mortgage
        savings; Money; savings, saved up, saved, nest egg, emergency fund
        insurance; Money; insurance, premium
        electricity bill; Money; electricity, electric bill, power bill, energy bill
        phone bill; Money; phone bill, phone plan
        membership fee; Money; membership, gym fee, dues
        tuition; Money; tuition
        pocket money; Money; allowance, pocket money
        price; Money; asking price, price
        guests; Count; guests, guest, heads, headcount, attendees, invitees, guest list, people coming, rsvps, invited
        guests; Number; have invited, we invited, i invited, has invited
        staff; Count; engineers, developers, devs, employees, staff, of us, direct reports, colleagues, people on the team, designers, teammates
        staff; Number; employ, employs, on my payroll, on the payroll
        pupils; Count; pupils, students
        children; Count; kids, children
        siblings; Count; siblings
        pages; Count; pages
        word count; Count; words
        followers; Count; followers, subscribers
        customers; Count; customers, clients, patients
        cigarettes; Count; cigarettes
        coffees; Count; coffees, cups of coffee, espressos
        hens; Count; hens, chickens
        cats; Count; cats
        dogs; Count; dogs
        bedrooms; Count; bedrooms, bedroom
        commute; Duration; commute, commuting, get to work, get in, door to door, way to work, drive to work, ride to work
        sleep; Duration; sleep, sleeping, hours of sleep
        retention; Duration; retention, keep backups, keep dumps, keep logs, backups are kept
        notice period; Duration; notice period
        screen time; Duration; screen time
        practice time; Duration; practise, practice
        lease; Duration; lease
        visa; Duration; visa
        wake-up time; Clock; wake up, get up, up at, alarm, waking up, getting up
        bedtime; Clock; bedtime, go to bed, in bed by, lights out, going to bed
        start of work; Clock; start work, starts work, shift starts, clock in, log on
        pick-up time; Clock; pick up, pickup, pick-up, school run
        deadline; Date; deadline, due, submission, extension, hand in, cutoff, cut-off, due date
        launch; Date; launch, launching, launches, ship, ships, shipping, release, go live, go-live, goes live, rollout, launched
        wedding; Date; wedding, getting married, get married
        exam; Date; exam, exams, driving test, finals, midterm, viva
        flight; Date; flight, fly, flying, flights
        moving day; Date; moving day, move in, moving in, move-in, get the keys, moving out, movers
        surgery; Date; surgery, operation, op
        interview; Date; interview
        dentist; Date; dentist, dental
        physio; Date; physio
        vet; Date; vet
        doctor's appointment; Date; gp, check-up, checkup, doctor's appointment, scan
        employer; Name; first day at, first week at, first shift at, first month at, first day with, new job at, new employer
        first day; Date; start date, first day, starting date
        party; Date; party, barbecue, bbq, housewarming
        recital; Date; recital, concert, gig, premiere
        defence; Date; defence, defense
        standup; Date; standup, stand-up, daily
        review; Date; review, retro, demo
        race; Date; marathon, half marathon, race, triathlon, 10k
        day off; Date; day off, days off
        delivery; Date; delivery, delivered
        goal; Number; goal, target, aim, aiming for, shooting for, aiming
        weight; Weight; weigh, weight, weighing, down to, up to, scales
        dose; Dose; dose, dosage, on, take, taking, mg, mcg, micrograms, milligrams
        blood pressure; Number; blood pressure, bp
        personal best; Number; personal best, pb, pr, personal record
        score; Number; ielts, toefl, score, gpa
        shoe size; Number; shoe size, shoes are, in shoes, take size, wear size
        level; Number; level
        home; Place; flat is, apartment is, place is, renting, rent a room, found a studio, found a room, live, living, lives, based, settled, moved to, moved into, relocated, my place, my lease, landlord, flatshare, lodging
        """;

    private static readonly FrozenDictionary<string, Facet[]> ByFirst = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(';', StringSplitOptions.TrimEntries))
        .SelectMany(parts => parts[2].Split(", ").Select(words => new Facet(parts[0], Enum.Parse<FacetSort>(parts[1]), words.Split(' '))))
        .OrderByDescending(facet => facet.Words.Length)
        .GroupBy(facet => facet.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dated = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(';', StringSplitOptions.TrimEntries))
        .Where(parts => parts[1] == nameof(FacetSort.Date))
        .Select(parts => parts[0])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The facets whose words begin with this one, the longer phrases first.</summary>
    public static ReadOnlySpan<Facet> StartingWith(string lower) => ByFirst.TryGetValue(lower, out var facets) ? facets : [];

    /// <summary>Whether a noun names a facet by itself.</summary>
    public static bool IsNamed(string lower)
    {
        foreach (var facet in StartingWith(lower))
        {
            if (facet.Words.Length == 1 && facet.Sort is not FacetSort.Dose)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a slot holds the date of an occasion of which there may be several: a wedding, an exam.</summary>
    public static bool IsDated(string slot) => Dated.Contains(slot);
}
