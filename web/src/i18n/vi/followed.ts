/** The agencies that a person follows up. */
export const followed = {
  whose: 'Phạm vi cơ quan',
  mine: 'Cơ quan tôi theo dõi',
  of: 'Cơ quan do {{name}} theo dõi',
  all: 'Tất cả cơ quan',
  notDrawnUp:
    'Bản xem này chỉ gồm các cơ quan được theo dõi. Báo cáo trình ký luôn gồm tất cả cơ quan: chọn “Tất cả cơ quan” để lập.',
} as const
