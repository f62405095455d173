namespace CountyQuickstart.Report.Charts;

/// <summary>Columns side by side over a common base, each a stack of counts: how something went over time or over a range.</summary>
internal static class Columns
{
    private const double Left = 56;
    private const double Height = 190;
    private const double Top = 34;

    /// <summary>Draws the columns.</summary>
    /// <param name="description">What the picture shows, for who cannot see it.</param>
    /// <param name="parts">Colour and meaning of each part, from the base upwards.</param>
    /// <param name="columns">The columns: a label below, and a count for each part.</param>
    /// <param name="below">What the labels mean.</param>
    /// <returns>The SVG element.</returns>
    internal static string Draw(string description, (string Colour, string Text)[] parts, IReadOnlyList<(string Label, int[] Counts)> columns, string below)
    {
        const double width = 780;
        var step = width / Math.Max(1, columns.Count);
        var most = NiceTop(columns.Count == 0 ? 1 : columns.Max(static column => column.Counts.Sum()));
        using var canvas = new SvgCanvas(Left + width + 20, Top + Height + 48, description);
        canvas.Legend(Left, 14, parts);
        for (var i = 0; i <= 4; i++)
        {
            var y = Top + Height - (Height * i / 4);
            canvas.Rule(Left, y, Left + width, y);
            canvas.Label(Left - 8, y + 4, Language.Count(most * i / 4), "end", SvgCanvas.Soft);
        }

        for (var c = 0; c < columns.Count; c++)
        {
            var (label, counts) = columns[c];
            var (x, y) = (Left + (c * step) + (step * 0.12), Top + Height);
            for (var i = 0; i < counts.Length; i++)
            {
                var height = Height * counts[i] / most;
                y -= height;
                canvas.Box(x, y, step * 0.76, height, parts[i].Colour, $"{label} · {parts[i].Text}: {Language.Count(counts[i])}");
            }

            canvas.Label(x + (step * 0.38), Top + Height + 18, label, "middle", SvgCanvas.Soft);
        }

        canvas.Label(Left + (width / 2), Top + Height + 40, below, "middle", SvgCanvas.Soft);
        return canvas.Finish();
    }

    // The smallest of 4, 8, 12, 20, 40, 80 … that holds the largest column, so that the four lines stand at round numbers.
    private static int NiceTop(int largest)
    {
        for (var power = 1; ; power *= 10)
        {
            foreach (var top in (ReadOnlySpan<int>)[4 * power, 8 * power, 12 * power, 20 * power])
            {
                if (top >= largest)
                {
                    return top;
                }
            }
        }
    }
}
