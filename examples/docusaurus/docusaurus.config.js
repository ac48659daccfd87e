export default {
  title: 'Kafka notes',
  url: 'https://example.org',
  baseUrl: '/notes/',
  favicon: 'highwater/favicon.svg',
  onBrokenLinks: 'throw',
  scripts: [{ src: '/notes/highwater/kafka-replication.js', defer: true }],
  themeConfig: { colorMode: { respectPrefersColorScheme: true } },
  presets: [
    [
      'classic',
      {
        docs: { routeBasePath: '/' },
        blog: false,
        theme: { customCss: './src/css/figure.css' },
      },
    ],
  ],
};
