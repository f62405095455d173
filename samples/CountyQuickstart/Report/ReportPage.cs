using CountyQuickstart.Steps;
using GridGovernance.Sdk;
using NodaTime;
using NodaTime.Text;

namespace CountyQuickstart.Report;

/// <summary>What every section of the report writes to and reads from.</summary>
/// <param name="html">Takes the page.</param>
/// <param name="result">What the run found.</param>
internal sealed class ReportPage(HtmlWriter html, QuickstartResult result)
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    internal HtmlWriter Html => html;

    internal QuickstartResult Result => result;

    internal Language Language => result.Options.Language;

    internal PlaceNames Names => result.Names;

    internal string Say(string en, string zh) => Language.Say(en, zh);

    internal string Say(LocalizedText text) => Language.Say(text);

    /// <summary>Writes a chapter's heading.</summary>
    internal void Chapter(string id, LocalizedText title) => html.Element("h2", Say(title), id: id);

    internal void Heading(string en, string zh) => html.Element("h3", Say(en, zh));

    internal void Paragraph(string en, string zh, string? css = null) => html.Element("p", Say(en, zh), css);

    /// <summary>Writes a picture with what it shows.</summary>
    internal void Figure(string svg, string en, string zh, string? css = null)
    {
        using (html.Open("figure", css))
        {
            html.Picture(svg);
            html.Element("figcaption", Say(en, zh));
        }
    }

    /// <summary>Writes an instant as the county's clock shows it, to the minute.</summary>
    internal string Time(Instant at) => Minutes.Format(at.InZone(result.Zone).LocalDateTime);

    /// <summary>Writes a day.</summary>
    internal static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>Returns the name of a tier.</summary>
    internal string Tier(string code) => result.Lifecycle(code) is { } lifecycle ? Say(lifecycle.Definition.Title) : code;

    /// <summary>Returns the name of a matter.</summary>
    internal string Matter(string code) => result.Matters.TryFind(code, out var matter) ? Say(matter.Name) : code;

    /// <summary>Returns the name of a state of a tier's lifecycle.</summary>
    internal string State(string tier, string code) => result.Lifecycle(tier)?.FindState(code) is { } state ? Say(state.Definition.Label) : code;
}
