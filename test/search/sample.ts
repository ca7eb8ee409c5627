import type { Library } from '#library/model.ts';
import { library, session, topic } from './library.ts';

/** Two sessions with names in both scripts, enough to try every way of typing them. */
export const SAMPLE: Library = library(
  [
    session(
      4,
      {
        title: '현장으로 가는 머신러닝',
        sections: [
          {
            id: 'edge-computing',
            name: '에지 컴퓨팅',
            text: '기기와 게이트웨이에서 데이터를 처리하는 것이 에지 컴퓨팅이다. 민감한 데이터를 밖으로 내보내지 않는다. 네트워크가 끊겨도 동작한다.',
          },
          {
            id: 'why-edge',
            name: '에지 컴퓨팅이 중요한 이유',
            parent: 'edge-computing',
            text: '대역폭을 아끼고 바로 응답한다.',
          },
          { id: 'quantization', name: '양자화', text: '실수 연산을 정수 연산으로 바꾼다.' },
          { id: 'empty', name: '고객 사례(넷마블)' },
        ],
      },
      {
        title: 'Machine learning on site',
        language: 'en',
        sections: [
          {
            id: 'edge-computing',
            name: 'Edge computing',
            text: 'Edge computing handles data on devices and gateways. Sensitive data never leaves. It works while the network is down.',
          },
          {
            id: 'quantization',
            name: 'Quantization',
            text: 'Arithmetic on real numbers becomes arithmetic on integers.',
          },
        ],
      },
    ),
    session(5, {
      title: '데이터 과학자를 위한 플랫폼',
      sections: [
        {
          id: 'bigquery-ml',
          name: 'BigQuery ML',
          text: '데이터를 옮기지 않고 SQL로 모델을 학습한다. 모델 선택을 자동으로 한다.',
        },
        {
          id: 'kubeflow',
          name: 'Kubeflow',
          text: 'Kubernetes 위에서 돌아가는 도구이다. 온프레미스에서도 실행한다.',
        },
        {
          id: 'hypertune',
          name: 'HyperTune',
          text: '하이퍼 파라미터란?\n학습 전에 사람이 정하는 값이다. HyperTune은 이 값을 스스로 찾는다.',
        },
        { id: 'contact-center', name: 'Contact Center AI', text: '고객 상담을 돕는다.' },
        { id: 'wrap-up', name: '정리', text: '누구나 쓸 수 있게 한다.' },
      ],
    }),
  ],
  [
    topic('bigquery-ml', {
      name: { ko: 'BigQuery ML' },
      aliases: ['빅쿼리 ML', 'BQML', '큰질의'],
      about: [{ session: '5', section: 'bigquery-ml' }],
    }),
    topic('kubeflow', {
      name: { ko: 'Kubeflow' },
      aliases: [],
      about: [{ session: '5', section: 'kubeflow' }],
    }),
  ],
);
