import { conforms } from '../testing/fixtures.tsx';
import { TaskList } from './task-list.tsx';

conforms('task-list', {
  default: (
    <TaskList
      idPrefix="your-health"
      tasks={[
        { title: 'Exercise', href: '#/task/exercise', status: 'Completed', kind: 'done' },
        { title: 'Personal health', href: '#/task/personal-health', status: 'Completed', kind: 'done' },
        {
          title: 'Family health history',
          href: '#/task/family-health-history',
          hint: 'Details of your parents, brothers and sisters',
          status: 'Incomplete',
          kind: 'blue',
        },
        { title: 'Smoking history', href: '#/task/smoking-history', status: 'Incomplete', kind: 'blue' },
        { title: 'Blood test', status: 'Cannot start yet', kind: 'later' },
      ]}
    />
  ),
});
