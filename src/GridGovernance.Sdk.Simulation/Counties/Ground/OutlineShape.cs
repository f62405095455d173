using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Draws a plausible irregular outline: a star-shaped ring whose radius wavers with a few long and many short waves.</summary>
internal static class OutlineShape
{
    private const int Corners = 480;
    private const int Waves = 40;

    /// <summary>Draws a ring.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>The corners, counter-clockwise around the origin, at a mean distance of about 1; the first is not repeated.</returns>
    internal static PlanePoint[] Draw(RandomStream stream)
    {
        var size = new double[Waves];
        var shift = new double[Waves];
        for (var wave = 1; wave < Waves; wave++)
        {
            // The coast of a county is rough at every scale: amplitudes fall as 1/n. Their sum stays below 0.6, so the ring stays simple.
            size[wave] = stream.NextBetween(0.05, 0.14) / wave;
            shift[wave] = stream.NextDouble();
        }

        var corners = new PlanePoint[Corners];
        for (var i = 0; i < Corners; i++)
        {
            var turn = i / (double)Corners;
            var radius = 1.0;
            for (var wave = 1; wave < Waves; wave++)
            {
                radius += size[wave] * PortableMath.SineOfTurns((turn * wave) + shift[wave]);
            }

            corners[i] = new PlanePoint(radius * PortableMath.CosineOfTurns(turn), radius * PortableMath.SineOfTurns(turn));
        }

        return corners;
    }
}
