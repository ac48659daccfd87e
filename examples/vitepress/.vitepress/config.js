export default {
  title: 'Kafka notes',
  base: '/notes/',
  head: [
    ['link', { rel: 'icon', href: '/notes/highwater/favicon.svg' }],
    ['script', { src: '/notes/highwater/kafka-replication.js', defer: '' }],
  ],
  vue: {
    template: {
      compilerOptions: { isCustomElement: (tag) => tag === 'kafka-replication' },
    },
  },
  themeConfig: {
    nav: [
      { text: 'A new leader', link: '/' },
      { text: 'A lesson', link: '/lesson' },
    ],
  },
};
