using System.Globalization;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Settles the people of each natural unit in households around its site.</summary>
internal static class CountyHouseholds
{
    private const int Attempts = 40;

    // Assumed: houses stand within two thirds of the way from the site to the border.
    private const double Reach = 0.66;

    internal static HouseholdRegister Create(
        SyntheticCountyOptions options, CountyGround ground, CountySurvey survey, CountyCells cells, int[] people, RandomStreams streams)
    {
        var sizes = new WeightedChoice(options.HouseholdSizeWeights.AsSpan());
        var builder = new HouseholdRegisterBuilder(CoordinateSystem.Cgcs2000, options.People / 3, options.People);
        var persons = 0;
        var households = 0;
        for (var unit = 0; unit < people.Length; unit++)
        {
            var stream = streams.Stream("unit/households", unit);
            for (var left = people[unit]; left > 0;)
            {
                var size = Math.Min(left, sizes.Draw(stream) + 1);
                var household = builder.AddHousehold(Id('H', ++households), PlaceIn(ground, unit, stream), survey.CodeOfCell[cells.CellOfUnit[unit]]);
                for (var i = 0; i < size; i++)
                {
                    builder.AddPerson(Id('P', ++persons), household);
                }

                left -= size;
            }
        }

        return builder.Build();
    }

    // A point on the way from the site to a random point of the border: inside a convex face always, and tried again in one that the outline cut.
    private static GeoPoint PlaceIn(CountyGround ground, int unit, RandomStream stream)
    {
        var face = ground.Tiling.Faces[unit];
        var site = ground.Sites[unit];
        var ring = face.Ring(0);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var corner = stream.NextInt32(ring.Count);
            var (a, b) = (ring[corner], ring[corner + 1 == ring.Count ? 0 : corner + 1]);
            var along = stream.NextDouble();
            var share = Reach * stream.NextDouble();
            var place = face.System.Round(new GeoPoint(
                site.X + (share * (a.X + (along * (b.X - a.X)) - site.X)),
                site.Y + (share * (a.Y + (along * (b.Y - a.Y)) - site.Y))));
            if (face.Contains(place))
            {
                return place;
            }
        }

        return site;
    }

    private static string Id(char kind, int number) => kind + number.ToString("0000000", CultureInfo.InvariantCulture);
}
