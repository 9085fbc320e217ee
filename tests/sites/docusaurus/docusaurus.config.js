const baseUrl = process.env.SITE_PATH ?? "/";

module.exports = {
  title: "Handbook",
  url: "https://docs.acme.example",
  baseUrl,
  onBrokenLinks: "throw",
@copied lines@
  stylesheets: [`${baseUrl}host.css`],
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false, sitemap: false }]],
  themeConfig: {
    navbar: { title: "Handbook" },
    algolia: { appId: "APPID", apiKey: "key", indexName: "handbook" },
  },
};
