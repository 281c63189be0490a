using Microsoft.AspNetCore.Http;

namespace MemOS.TestKit.Models;

/// <summary>How a model server answers one request.</summary>
public delegate Task ModelReply(HttpContext context, ModelRequest request);
