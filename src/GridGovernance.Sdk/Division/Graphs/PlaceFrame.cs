using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>The places of all units in metres east and north of the first, good enough to compare distances and directions within a county.</summary>
internal sealed class PlaceFrame
{
    private readonly double[] _east;
    private readonly double[] _north;

    /// <summary>Measures the places.</summary>
    /// <param name="definition">The definition.</param>
    internal PlaceFrame(DivisionDefinition definition)
    {
        var units = definition.Units.AsSpan();
        _east = new double[units.Length];
        _north = new double[units.Length];
        FlatFrame? frame = null;
        for (var i = 0; i < units.Length; i++)
        {
            if ((units[i].Place ?? units[i].Boundary?.LabelPoint) is not { } place)
            {
                _east[i] = double.NaN;
                continue;
            }

            frame ??= new FlatFrame(definition.System ?? units[i].Boundary?.System, place);
            (_east[i], _north[i]) = frame.Value.Of(place);
        }
    }

    /// <summary>Says whether a unit has a place.</summary>
    internal bool IsKnown(int unit) => !double.IsNaN(_east[unit]);

    /// <summary>Returns the metres east and north of a unit with a place.</summary>
    internal (double East, double North) At(int unit) => (_east[unit], _north[unit]);

    /// <summary>Returns the square of the distance of two units with places.</summary>
    internal double SquareDistance(int from, int to)
    {
        var (dx, dy) = (_east[from] - _east[to], _north[from] - _north[to]);
        return (dx * dx) + (dy * dy);
    }

    /// <summary>Returns the metres east of units; null where one of them has no place.</summary>
    internal double[]? East(int[] units) => Pick(units, _east);

    /// <summary>Returns the metres north of units; null where one of them has no place.</summary>
    internal double[]? North(int[] units) => Pick(units, _north);

    private double[]? Pick(int[] units, double[] values)
    {
        var picked = new double[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            if (!IsKnown(units[i]))
            {
                return null;
            }

            picked[i] = values[units[i]];
        }

        return picked;
    }
}
