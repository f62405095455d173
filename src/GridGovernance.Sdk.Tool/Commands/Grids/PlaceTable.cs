using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>A CSV file of ids with places.</summary>
internal static class PlaceTable
{
    /// <summary>Reads the rows, each place within the range of the coordinate system.</summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <param name="session">The call.</param>
    /// <param name="path">The file.</param>
    /// <param name="encoding">How it is encoded.</param>
    /// <param name="system">The coordinate system of its places.</param>
    /// <param name="placeOf">The place of a row.</param>
    /// <param name="problemOf">What else is wrong with a row, for a sentence; null where nothing is.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="UnusableInputException">The file is no such table, a place is out of range, or a row is wrong otherwise.</exception>
    internal static EquatableArray<T> Read<T>(Session session, string path, CsvEncoding encoding, CoordinateSystem system, Func<T, GeoPoint> placeOf, Func<T, LocalizedText?>? problemOf = null)
    {
        var read = GovernanceCsv.Read<T>(InputFile.Read(session, path), path, encoding);
        var rows = InputFile.ValueOf(session, read);
        for (var i = 0; i < rows.Count; i++)
        {
            if (problemOf?.Invoke(rows[i]) is { } problem)
            {
                throw new UnusableInputException(session.Say($"{path}:{LineOf(read, i)}: {problem.En}", $"{path}:{LineOf(read, i)}：{problem.Zh}"));
            }

            var place = placeOf(rows[i]);
            if (!system.Accepts(place))
            {
                var swapped = system.IsGeographic && system.Accepts(new GeoPoint(place.Y, place.X));
                var line = LineOf(read, i);
                throw new UnusableInputException(session.Say(
                    $"{path}:{line}: a place in \"{system}\" should lie within ±{system.LargestX}, ±{system.LargestY}, but is {place}{(swapped ? ": are longitude and latitude swapped?" : ".")}",
                    $"{path}:{line}：“{system}”中的位置应在±{system.LargestX}、±{system.LargestY}以内，但为{place}{(swapped ? "：经纬度是否颠倒？" : "。")}"));
            }
        }

        return rows;
    }

    private static int? LineOf<T>(ReadResult<EquatableArray<T>> read, int row) =>
        read.Locate(new FindingReport([Finding.Error(Message.Create("grids.place", new LocalizedText("", "")), FindingPlace.At(FormattableString.Invariant($"/rows/{row}")))]))[0].Place.Line;
}
