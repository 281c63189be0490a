using System.Text.RegularExpressions;

namespace MemOS.Evolution.Sensitivity;

/// <summary>Arguments whose name says that they hold what belongs to one person.</summary>
internal static partial class PersonalNames
{
    private const int LongestAddress = 300;

    /// <summary>Whether a value under this name is a person's.</summary>
    public static bool Demand(ArgumentName name, string value) =>
        !name.IsOfAnother && (
            Outright().IsMatch(name.Words) ||
            (Birth().IsMatch(name.Words) && value.Count(char.IsDigit) >= 4) ||
            (Address().IsMatch(name.Words) && !NoAddress().IsMatch(name.Words) && value.Length <= LongestAddress && PostalForm().IsMatch(value)) ||
            (Telephone().IsMatch(name.Words) && value.Count(char.IsDigit) >= 5) ||
            (Number().IsMatch(name.Words) && value.Count(char.IsDigit) >= 3) ||
            (Account().IsMatch(name.Words) && value.Count(char.IsDigit) >= 8) ||
            (HomePlace().IsMatch(name.Words) && value.Any(char.IsDigit)) ||
            (PartOfName().IsMatch(name.Words) && PersonForm.IsNameOrPart(value)) ||
            (Person().IsMatch(name.Words) && PersonForm.IsName(value)));

    [GeneratedRegex(
        @"\b(?:(?:first|last|full|given|family|middle|maiden|legal|birth) ?name|surname|vorname|nachname|familienname|apellidos?|cognome|xing ?ming|street ?(?:name|address)?|(?:postal|mailing|delivery|shipping|billing|home|private|residential) ?address|national ?id|social ?security(?: ?(?:number|no))?|ssn|passport(?: ?(?:number|no|id))?)$" +
        "|(?:姓名|住址|电话|手机号?码?|身份证号?码?|护照号?码?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Outright();

    [GeneratedRegex(@"\b(?:birth|born|birthday|dob|geburt\w*|geboren|naissance|nacimiento|nascita|nascimento)\b|出生|生日", RegexOptions.CultureInvariant)]
    private static partial Regex Birth();

    [GeneratedRegex(@"\b(?:addr(?:ess)?(?: ?line)?(?: ?\d)?|po ?box(?: private)?|anschrift|adresse|direcci[oó]n|indirizzo|endere[cç]o|residence|domicil\w*|wohnort|street|post ?code|postal ?code|zip(?: ?code)?|ship ?to|deliver ?to|pick ?up ?from)$|地址|住处", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:ip|mac|memory|bind|server|host|listen|base|wallet|contract|register|start|end|e ?mail|mail|web|url|http|warehouse|store|office|company|branch|depot|site) ?(?:server )?address$|(?:仓库|公司|门店|服务器|邮箱|网络|网站)地址", RegexOptions.CultureInvariant)]
    private static partial Regex NoAddress();

    // A street has a number in it, and more than one word; a place of the house is enough in Chinese.
    [GeneratedRegex(@"^(?!0x|https?:|[\d.:/]+$)(?=.*\d)(?:.*[\p{L}\d][\s,]+[\p{L}\d].*|.*[\u4E00-\u9FFF].*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex PostalForm();

    [GeneratedRegex(@"\b(?:phone|telephone|tel|tele?fono?|telefon|t[eé]l[eé]phone|mobile|cell|handy|portable|whats ?app|sms|call ?back|fax)\b|电话|手机|座机|联系方式", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    // Numbers of documents, and those by which an office knows a person.
    [GeneratedRegex(
        @"\b(?:passport|id ?card|identity|identification|driver'?s? ?licen[cs]e|driving ?licen[cs]e|licen[cs]e|insurance|policy ?holder|social ?insurance|steuer|ausweis|reisepass|perso|führerschein|versicherten)(?: ?(?:number|nummer|no|nr|num|id))$|\b(?:driver'?s?|driving) ?licen[cs]e$|(?:ausweis|versicherten|steuer|sozialversicherungs|personal|patienten|kunden)(?:nummer|nr|id)\b" +
        @"|\b(?:ssn|itin|nie|nif|dni|curp|rfc|cpf|codice ?fiscale|(?:numero|n) ?(?:de )?secu\w*|sv ?nummer|ahv|avs|kvnr|nino|nhs(?: ?number)?|bsn|pesel|sin|tin|tax ?(?:id|number|no)|tax ?payer ?id|mrn|national ?(?:id|insurance(?: ?number)?)|id ?number|vrm|vrn|kennzeichen|(?:licen[cs]e|number|registration|vehicle) ?plate|plate(?: ?(?:number|no))?|immatriculation|matr[ií]cula)$" +
        @"|\b(?:patient|employee|member|customer|client|student|passenger|guest|citizen|insured|beneficiary|staff) ?(?:id|number|no|nr|num)$" +
        "|身份证|证件号|护照|社保|医保|病历号|工号|学号|会员号|客户(?:编)?号|车牌|驾驶证",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:account|acct|iban|bban|konto(?:nummer|nr)?|cuenta|compte|conto|bank ?account|routing|sort ?code|payee)\b|账号|账户|银行卡", RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    [GeneratedRegex(@"\b(?:home|residence|private|patient|user|customer|driver|child) ?(?:geo|gps|location|coordinates?|coords?|position|lat(?:itude)?|lng|lon(?:gitude)?)\b|(?:家庭|住宅|家里|住址)(?:坐标|位置|定位)", RegexOptions.CultureInvariant)]
    private static partial Regex HomePlace();

    [GeneratedRegex(@"\b(?:nom|pr[eé]nom|nombre|nome|spitzname|nick ?name|preferred ?name|display ?name)s?$|名字", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfName();

    [GeneratedRegex(
        @"\b(?:contact|contact ?person|kontakt|ansprechpartner\w*|assignee|driver|recipient|to|cc|bcc|attn|attendee|participant|applicant|patient|customer|client|kunde|employee|mitarbeiter\w*|guest|passenger|tenant|(?:card|account|policy) ?holder|holder|inhaber\w*|insured(?: ?person)?|beneficiary|payee|sender|from|student|teacher|doctor|nurse|member|subscriber|travell?er|owner|manager|supervisor|reviewer|approver|requester|reporter|signer|signatory|witness|spouse|child|parent|buyer|seller|visitor|candidate|interviewer|interviewee|invitee|organi[sz]er|author|user|person|who|speaker|instructor|lead|agent|technician|caller|borrower|lender|winner|artist|player|(?:approved|requested|reported|created|signed|reviewed|assigned|ordered|referred) ?(?:by|to))(?: ?name)?$|^name$" +
        "|(?:联系人|收件人|收货人|寄件人|经办人|负责人|持卡人|申请人|审批人|受益人|投保人|被保人|客户|患者|员工|学生|老师|医生|司机|乘客|客人|会员|用户|参会人员?|出席人员?|主管|经理)(?:姓名|名)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Person();
}
