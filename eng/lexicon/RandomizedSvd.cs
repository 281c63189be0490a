using System.Numerics.Tensors;

namespace LexiconBuilder;

/// <summary>
/// The largest singular vectors of a sparse matrix by randomised subspace iteration (Halko, Martinsson and Tropp, "Finding
/// structure with randomness", 2011, algorithm 4.4), seeded, so that two runs agree.
/// </summary>
internal static class RandomizedSvd
{
    private const int Oversampling = 16;

    /// <summary>The left singular vectors, each scaled by the square root of its singular value: one row a row of the matrix.</summary>
    public static float[][] Embed(SparseMatrix matrix, int dimension, int iterations)
    {
        var width = Math.Min(dimension + Oversampling, matrix.Rows);
        var transposed = matrix.Transpose();
        var random = new Random(20230517);
        var start = new float[matrix.Columns][];
        for (var i = 0; i < start.Length; i++)
        {
            start[i] = new float[width];
            for (var j = 0; j < width; j++)
            {
                start[i][j] = (float)Gaussian(random);
            }
        }

        var basis = Orthonormalise(matrix.Multiply(start));
        for (var i = 0; i < iterations; i++)
        {
            basis = Orthonormalise(matrix.Multiply(transposed.Multiply(basis)));
        }

        // Rayleigh and Ritz: the eigenvectors of Q'AA'Q turn the basis into singular vectors.
        var (values, vectors) = SymmetricEigen.Decompose(Gram(transposed.Multiply(basis)));
        var kept = Math.Min(dimension, width);
        var turned = new float[matrix.Rows][];
        Parallel.For(0, matrix.Rows, row =>
        {
            var result = new float[dimension];
            for (var j = 0; j < kept; j++)
            {
                double sum = 0;
                for (var k = 0; k < width; k++)
                {
                    sum += basis[row][k] * vectors[k][j];
                }

                result[j] = (float)(sum * Math.Sqrt(Math.Sqrt(Math.Max(values[j], 0))));
            }

            turned[row] = result;
        });
        return turned;
    }

    // Twice by Cholesky: once is not orthogonal enough in single precision.
    private static float[][] Orthonormalise(float[][] columns) => CholeskyQr(CholeskyQr(columns));

    private static float[][] CholeskyQr(float[][] matrix)
    {
        var gram = Gram(matrix);
        var n = gram.Length;
        var lower = new double[n][];
        for (var i = 0; i < n; i++)
        {
            lower[i] = new double[n];
            for (var j = 0; j <= i; j++)
            {
                var sum = gram[i][j];
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[i][k] * lower[j][k];
                }

                lower[i][j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12 * Math.Max(gram[i][i], 1e-30))) : sum / lower[j][j];
            }
        }

        var result = new float[matrix.Length][];
        Parallel.For(0, matrix.Length, row =>
        {
            var solved = new double[n];
            var values = new float[n];
            for (var i = 0; i < n; i++)
            {
                var sum = matrix[row][i] - TensorPrimitives.Dot(lower[i].AsSpan(0, i), solved.AsSpan(0, i));
                solved[i] = sum / lower[i][i];
                values[i] = (float)solved[i];
            }

            result[row] = values;
        });
        return result;
    }

    private static double[][] Gram(float[][] matrix)
    {
        var n = matrix[0].Length;
        var columns = new double[n][];
        Parallel.For(0, n, i =>
        {
            columns[i] = new double[matrix.Length];
            for (var row = 0; row < matrix.Length; row++)
            {
                columns[i][row] = matrix[row][i];
            }
        });
        var gram = new double[n][];
        for (var i = 0; i < n; i++)
        {
            gram[i] = new double[n];
        }

        Parallel.For(0, n, i =>
        {
            for (var j = 0; j <= i; j++)
            {
                gram[i][j] = gram[j][i] = TensorPrimitives.Dot(columns[i], columns[j]);
            }
        });
        return gram;
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
