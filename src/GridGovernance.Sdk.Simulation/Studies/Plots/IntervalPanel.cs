using System.Globalization;
using System.Xml;
using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>One panel of an <see cref="IntervalPlot"/>: one measure, a line a scenario, over one axis.</summary>
internal sealed class IntervalPanel(ExperimentResult result, StudyLabels labels, StudyMeasure measure, CultureInfo? culture)
{
    private const double LeastLabelWidth = 110;
    private const double MostLabelWidth = 240;
    private const double ValueWidth = 122;

    // All panels of a plot have the same titles, and so the same room for them.
    private readonly double _labelWidth = Math.Clamp(24 + labels.Scenarios.Max(scenario => WidthOf(scenario.Title.ToString(culture))), LeastLabelWidth, MostLabelWidth);

    internal void Write(XmlWriter xml, double left, double top, double width, double height, double lineHeight)
    {
        var axis = PlotAxis.Over(labels.Scenarios.SelectMany(scenario => Shown(scenario.Code)), measure.Unit == "share" ? 1 : double.MaxValue);
        double X(double value) => left + _labelWidth + (axis.ShareOf(value) * (width - _labelWidth - ValueWidth));
        IntervalPlot.Element(
            xml, "rect", null, ("x", N(left)), ("y", N(top)), ("width", N(width)), ("height", N(height)), ("fill", "#f7f8fa"), ("rx", "4"));
        var isShare = measure.Unit == "share";
        var unit = UnitText.Of(measure, culture);
        var title = measure.Title.ToString(culture) + (isShare ? " (%)" : new LocalizedText($" ({unit})", $"（{unit}）").ToString(culture));
        IntervalPlot.Text(xml, left + 10, top + 20, title, ("font-weight", "600"), ("fill", "#1c2430"));
        var bottom = top + height - 24;
        foreach (var tick in axis.Ticks)
        {
            IntervalPlot.Element(xml, "line", null, ("x1", N(X(tick))), ("y1", N(top + 30)), ("x2", N(X(tick))), ("y2", N(bottom)), ("stroke", "#d5dae2"));
            IntervalPlot.Text(xml, X(tick), bottom + 16, axis.Label(tick, isShare), ("text-anchor", "middle"), ("fill", "#566072"), ("font-size", "11"));
        }

        for (var i = 0; i < labels.Scenarios.Count; i++)
        {
            Line(xml, labels.Scenarios[i], i, left, top + 46 + (i * lineHeight), width, X, isShare);
        }
    }

    private void Line(XmlWriter xml, StudyScenarioTitle scenario, int index, double left, double y, double width, Func<double, double> x, bool isShare)
    {
        var (summary, colour) = (result.Summary(scenario.Code, measure.Code), IntervalPlot.ColourOf(index));
        IntervalPlot.Text(xml, left + 10, y + 4, Short(scenario.Title.ToString(culture)), ("fill", "#1c2430"));
        if (summary.Mean is not { } mean)
        {
            IntervalPlot.Text(xml, left + _labelWidth, y + 4, "–", ("fill", "#566072"));
            return;
        }

        foreach (var value in result.ValuesOf(scenario.Code, measure.Code))
        {
            if (value is { } one)
            {
                IntervalPlot.Element(xml, "circle", null, ("cx", N(x(one))), ("cy", N(y)), ("r", "2"), ("fill", colour), ("fill-opacity", ".25"));
            }
        }

        if (summary.Interval is { } interval)
        {
            IntervalPlot.Element(xml, "line", null, ("x1", N(x(interval.Lower))), ("y1", N(y)), ("x2", N(x(interval.Upper))), ("y2", N(y)), ("stroke", colour), ("stroke-width", "3"));
        }

        IntervalPlot.Element(xml, "circle", null, ("cx", N(x(mean))), ("cy", N(y)), ("r", "4.5"), ("fill", colour), ("stroke", "#ffffff"));
        var half = summary.Interval?.HalfWidth;
        var text = PlotAxis.Number(isShare ? 100 * mean : mean) + (half is { } spread ? " ± " + PlotAxis.Number(isShare ? 100 * spread : spread) : "");
        IntervalPlot.Text(xml, left + width - 8, y + 4, text, ("text-anchor", "end"), ("fill", "#1c2430"), ("font-size", "12"));
    }

    private IEnumerable<double> Shown(string scenario)
    {
        var summary = result.Summary(scenario, measure.Code);
        foreach (var value in result.ValuesOf(scenario, measure.Code).OfType<double>())
        {
            yield return value;
        }

        if (summary.Interval is { } interval)
        {
            yield return interval.Lower;
            yield return interval.Upper;
        }
    }

    // A title that is too wide for its room loses its end.
    private static string Short(string text)
    {
        var end = text.Length;
        while (end > 1 && WidthOf(text[..end]) > MostLabelWidth - 24)
        {
            end--;
        }

        return end == text.Length ? text : text[..(end - 1)] + "…";
    }

    // As wide as the font has it, more or less: an ideograph takes a square.
    private static double WidthOf(string text) => text.Sum(static c => c >= '\u2e80' ? 13.0 : 7.2);

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
